package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.campaigns.api.CampaignsApi;
import vn.lantoa.client.campaigns.api.ResponsesApi;
import vn.lantoa.client.campaigns.model.CampaignStatus;
import vn.lantoa.client.campaigns.model.DraftCampaign;
import vn.lantoa.client.campaigns.model.GiveResponse;
import vn.lantoa.client.campaigns.model.LaunchCampaign;
import vn.lantoa.client.campaigns.model.Target;

/** Brings campaigns from draft to launch; units respond. */
final class CampaignsLoader {
    private final Sources sources;
    private final Clients clients;

    CampaignsLoader(Sources sources, Clients clients) {
        this.sources = sources;
        this.clients = clients;
    }

    static UUID id(String title) {
        return Keys.id("campaign", title);
    }

    int launchAll() {
        var all = sources.entries("campaigns");
        if (all.isEmpty()) {
            return 0;
        }
        var defaults = sources.object("campaignDefaults").orElseGet(Json::object);
        var numbers = IntStream.range(0, all.size()).boxed().toList();
        Parallel.forEach(numbers, number -> launch(all.get(number), defaults, number + 1));
        return all.size();
    }

    private void launch(JsonNode campaign, JsonNode defaults, int number) {
        var title = Json.text(campaign, "title");
        var kind = campaign.hasNonNull("kind") ? Json.text(campaign, "kind") : Json.text(defaults, "kind");
        var organisers = defaults.path("organisers");
        var organiser = campaign.hasNonNull("organiser")
                ? campaign.get("organiser")
                : organisers.has(kind) ? organisers.get(kind) : organisers.path("other");
        var drafter = Json.text(organiser, "drafts");
        var leader = Json.text(organiser, "leads");
        var drafting = new CampaignsApi(clients.as(drafter).campaigns());
        var draft = draft(campaign, defaults, title, kind, organiser)
                .code(campaign.hasNonNull("code") ? Json.text(campaign, "code") : "SAMPLE-PT-%02d".formatted(number));
        Clients.create(
                drafter,
                () -> drafting.draftCampaign(draft, Keys.creation(drafter, "/campaigns", title)),
                () -> Clients.found(() -> drafting.getCampaign(id(title), null, null)));
        var launch = new LaunchCampaign().launchedOn(Json.date(either(campaign, defaults, "launchedOn"), "launchedOn"));
        Clients.ask(leader, () -> launch(title, launch, drafter, leader));
    }

    private CampaignStatus launch(String title, LaunchCampaign launch, String drafter, String leader) {
        var drafting = new CampaignsApi(clients.as(drafter).campaigns());
        var leading = new CampaignsApi(clients.as(leader).campaigns());
        var id = id(title);
        var path = "/campaigns/" + id;
        var now = drafting.getCampaign(id, null, null);
        if (now.getStatus() == CampaignStatus.DRAFT) {
            var tag = LanToa.version(now.getVersion());
            now = drafting.submitCampaign(id, tag, Keys.act(drafter, path, "submit", title, tag));
        }
        if (now.getStatus() == CampaignStatus.SUBMITTED) {
            var tag = LanToa.version(now.getVersion());
            now = leading.approveCampaign(id, tag, Keys.act(leader, path, "approve", title, tag));
        }
        if (now.getStatus() == CampaignStatus.APPROVED) {
            var tag = LanToa.version(now.getVersion());
            now = leading.launchCampaign(id, tag, Keys.act(leader, path, "launch", title, tag), launch);
        }
        return now.getStatus();
    }

    private static DraftCampaign draft(
            JsonNode campaign, JsonNode defaults, String title, String kind, JsonNode organiser) {
        var draft = new DraftCampaign()
                .id(id(title))
                .title(title)
                .kind(kind)
                .launchLevel(Json.text(campaign, "launchedBy"))
                .organiser(UnitEntry.id(Json.text(organiser, "unit")))
                .legalBasis(Json.each(campaign, "basis", JsonNode::asText))
                .objective(Json.optional(campaign, "objective"))
                .targets(Json.each(campaign, "targets", CampaignsLoader::target))
                .remark(Json.optional(either(campaign, defaults, "remark"), "remark"));
        if (campaign.hasNonNull("requiresRegistration")) {
            draft.requiresRegistration(campaign.path("requiresRegistration").asBoolean());
        }
        var period = Json.optional(campaign, "period");
        if (period != null) {
            var years = period.split("/", 2);
            draft.startsOn(LocalDate.of(Integer.parseInt(years[0]), 1, 1));
            draft.endsOn(LocalDate.of(Integer.parseInt(years[1]) + 1, 1, 1));
        }
        return draft;
    }

    private static JsonNode either(JsonNode first, JsonNode second, String field) {
        return first.hasNonNull(field) ? first : second;
    }

    static Target target(JsonNode target) {
        return new Target()
                .name(Json.text(target, "name"))
                .unitOfMeasure(Json.text(target, "unitOfMeasure"))
                .value(new BigDecimal(Json.text(target, "value")));
    }

    int respondAll() {
        var all = sources.entries("responses");
        Parallel.forEach(all, this::respond);
        return all.size();
    }

    private void respond(JsonNode entry) {
        var campaign = Json.text(entry, "campaign");
        var unit = Json.text(entry, "unit");
        var user = Json.text(entry, "by");
        var id = Keys.id("response", campaign + unit);
        var responses = new ResponsesApi(clients.as(user).campaigns());
        var response = new GiveResponse()
                .id(id)
                .unit(UnitEntry.id(unit))
                .respondedOn(Json.date(entry, "on"))
                .targets(Json.each(entry, "targets", CampaignsLoader::target))
                .note(Json.optional(entry, "note"));
        var path = "/campaigns/" + id(campaign) + "/responses";
        Clients.create(
                user,
                () -> responses.giveResponse(id(campaign), response, Keys.creation(user, path, campaign + unit)),
                () -> given(responses, campaign, unit, id));
    }

    private static boolean given(ResponsesApi responses, String campaign, String unit, UUID id) {
        var request = ResponsesApi.APIListResponsesRequest.newBuilder()
                .id(id(campaign))
                .unit(UnitEntry.id(unit))
                .build();
        return Clients.found(() -> responses.listResponses(request))
                && responses.listResponses(request).getItems().stream()
                        .anyMatch(one -> one.getId().equals(id));
    }
}
