package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A campaign may be launched. */
@Meaning(value = "Phong trào đã được duyệt", en = "A campaign may be launched.")
@Contract(type = "vn.lantoa.campaigns.campaign.approved.v1", topic = Topic.CAMPAIGN)
public record CampaignApproved(UUID subject, Act change, CampaignState state) implements CampaignEvent {}
