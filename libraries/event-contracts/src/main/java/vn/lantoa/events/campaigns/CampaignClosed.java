package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A campaign is over for good. */
@Meaning(value = "Phong trào đã kết thúc", en = "A campaign is over for good.")
@Contract(type = "vn.lantoa.campaigns.campaign.closed.v1", topic = Topic.CAMPAIGN)
public record CampaignClosed(UUID subject, Act change, CampaignState state) implements CampaignEvent {}
