package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A campaign waits for approval. */
@Meaning(value = "Đã trình phong trào", en = "A campaign waits for approval.")
@Contract(type = "vn.lantoa.campaigns.campaign.submitted.v1", topic = Topic.CAMPAIGN)
public record CampaignSubmitted(UUID subject, Act change, CampaignState state) implements CampaignEvent {}
