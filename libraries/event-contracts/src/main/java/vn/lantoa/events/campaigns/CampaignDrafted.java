package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A campaign was drafted or its draft changed. */
@Meaning(value = "Đã soạn, sửa hoặc bỏ dự thảo phong trào", en = "A campaign was drafted or its draft changed.")
@Contract(type = "vn.lantoa.campaigns.campaign.drafted.v1", topic = Topic.CAMPAIGN)
public record CampaignDrafted(UUID subject, Act change, CampaignState state) implements CampaignEvent {}
