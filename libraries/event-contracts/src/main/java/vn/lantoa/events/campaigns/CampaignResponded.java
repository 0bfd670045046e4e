package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A unit responded to a campaign. */
@Meaning(value = "Đơn vị hưởng ứng phong trào", en = "A unit responded to a campaign.")
@Contract(type = "vn.lantoa.campaigns.response.given.v1", topic = Topic.CAMPAIGN_RESPONSE)
public record CampaignResponded(UUID subject, Act change, ResponseState state) implements ResponseEvent {}
