package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A campaign runs: units respond, units and persons register. */
@Meaning(value = "Phong trào đã phát động", en = "A campaign runs: units respond, units and persons register.")
@Contract(type = "vn.lantoa.campaigns.campaign.launched.v1", topic = Topic.CAMPAIGN)
public record CampaignLaunched(UUID subject, Act change, CampaignState state) implements CampaignEvent {}
