package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Brings campaigns from draft to launch; units respond, units and persons register. */
final class CampaignsLoader {
    private final Sources sources;
    private final Service campaigns;

    CampaignsLoader(Sources sources, Service campaigns) {
        this.sources = sources;
        this.campaigns = campaigns;
    }

    private static UUID id(String title) {
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
        var path = "/campaigns/" + id(title);
        var body = draft(campaign, title, kind, organiser);
        body.put(
                "code", campaign.hasNonNull("code") ? Json.text(campaign, "code") : "SAMPLE-PT-%02d".formatted(number));
        Json.copy(defaults, body, "remark");
        Json.copy(campaign, body, "remark", "objective", "targets", "requiresRegistration");
        campaigns.create(drafter, "/campaigns", title, body);
        var status = campaigns.get(drafter, path).path("status").asText();
        if (status.equals("DRAFT")) {
            status = campaigns
                    .act(drafter, path, "submit", title, null)
                    .path("status")
                    .asText();
        }
        if (status.equals("SUBMITTED")) {
            status = campaigns
                    .act(leader, path, "approve", title, null)
                    .path("status")
                    .asText();
        }
        if (status.equals("APPROVED")) {
            var launch = Json.object();
            Json.copy(defaults, launch, "launchedOn");
            Json.copy(campaign, launch, "launchedOn");
            campaigns.act(leader, path, "launch", title, launch);
        }
    }

    private static ObjectNode draft(JsonNode campaign, String title, String kind, JsonNode organiser) {
        var body = Json.object();
        body.put("id", id(title).toString())
                .put("title", title)
                .put("kind", kind)
                .put("launchLevel", Json.text(campaign, "launchedBy"))
                .put("organiser", UnitEntry.id(Json.text(organiser, "unit")).toString());
        if (campaign.has("basis")) {
            body.set("legalBasis", campaign.get("basis"));
        }
        var period = Json.optional(campaign, "period");
        if (period != null) {
            var years = period.split("/", 2);
            body.put("startsOn", LocalDate.of(Integer.parseInt(years[0]), 1, 1).toString());
            body.put(
                    "endsOn", LocalDate.of(Integer.parseInt(years[1]) + 1, 1, 1).toString());
        }
        return body;
    }

    int respondAll() {
        var all = sources.entries("responses");
        Parallel.forEach(all, this::respond);
        return all.size();
    }

    private void respond(JsonNode response) {
        var campaign = Json.text(response, "campaign");
        var unit = Json.text(response, "unit");
        var body = Json.object();
        body.put("id", Keys.id("response", campaign + unit).toString())
                .put("unit", UnitEntry.id(unit).toString());
        Json.put(body, "respondedOn", Json.date(response, "on"));
        Json.copy(response, body, "targets", "note");
        campaigns.create(Json.text(response, "by"), "/campaigns/" + id(campaign) + "/responses", campaign + unit, body);
    }

    int registerAll() {
        var all = sources.entries("yearRegistrations");
        Parallel.forEach(all, this::register);
        return all.size();
    }

    private void register(JsonNode registration) {
        var campaign = Json.text(registration, "campaign");
        var by = Json.text(registration, "by");
        var person = Json.optional(registration, "person");
        var key = campaign + Json.text(registration, "unit") + person + Json.text(registration, "year");
        var id = Keys.id("registration", key);
        var body = Json.object();
        body.put("id", id.toString())
                .put("campaign", id(campaign).toString())
                .put("unit", UnitEntry.id(Json.text(registration, "unit")).toString());
        Json.put(body, "person", person == null ? null : PeopleLoader.id(person));
        Json.put(body, "registeredOn", Json.date(registration, "on"));
        Json.copy(registration, body, "year", "titlesAimedAt", "tasks", "targets");
        campaigns.create(by, "/registrations", key, body);
        var path = "/registrations/" + id;
        var status = campaigns.get(by, path).path("status").asText();
        if (status.equals("DRAFT")) {
            status = campaigns.act(by, path, "submit", key, null).path("status").asText();
        }
        var confirmer = Json.optional(registration, "confirmedBy");
        if (status.equals("SUBMITTED") && confirmer != null) {
            status = campaigns
                    .act(confirmer, path, "confirm", key, null)
                    .path("status")
                    .asText();
        }
        review(registration.get("review"), path, key, status);
    }

    private void review(@Nullable JsonNode review, String registration, String key, String status) {
        if (review == null || !status.equals("CONFIRMED")) {
            return;
        }
        var body = Json.object();
        body.put("id", Keys.id("review", key).toString());
        Json.put(body, "reviewedOn", Json.date(review, "on"));
        Json.copy(review, body, "done", "undone", "remedy", "outcome");
        campaigns.create(Json.text(review, "by"), registration + "/reviews", key, body);
    }
}
