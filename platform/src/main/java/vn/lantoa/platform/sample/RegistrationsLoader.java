package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.campaigns.api.RegistrationsApi;
import vn.lantoa.client.campaigns.api.ReviewsApi;
import vn.lantoa.client.campaigns.model.DraftRegistration;
import vn.lantoa.client.campaigns.model.RegistrationStatus;
import vn.lantoa.client.campaigns.model.ReviewOutcome;
import vn.lantoa.client.campaigns.model.ReviewRegistration;

/** Units and persons register for a year, are confirmed, and reviewed at its end. */
final class RegistrationsLoader {
    private final List<JsonNode> registrations;
    private final Clients clients;

    RegistrationsLoader(List<JsonNode> registrations, Clients clients) {
        this.registrations = registrations;
        this.clients = clients;
    }

    int registerAll() {
        Parallel.forEach(registrations, this::register);
        return registrations.size();
    }

    private void register(JsonNode entry) {
        var campaign = Json.text(entry, "campaign");
        var by = Json.text(entry, "by");
        var person = Json.optional(entry, "person");
        var key = campaign + Json.text(entry, "unit") + person + Json.text(entry, "year");
        var id = Keys.id("registration", key);
        var api = new RegistrationsApi(clients.as(by).campaigns());
        var draft = new DraftRegistration()
                .id(id)
                .campaign(CampaignsLoader.id(campaign))
                .unit(UnitEntry.id(Json.text(entry, "unit")))
                .person(person == null ? null : PeopleLoader.id(person))
                .year(Json.year(entry, "year"))
                .registeredOn(Json.date(entry, "on"))
                .titlesAimedAt(Json.each(entry, "titlesAimedAt", JsonNode::asText))
                .tasks(Json.each(entry, "tasks", JsonNode::asText))
                .targets(Json.each(entry, "targets", CampaignsLoader::target));
        Clients.create(
                by,
                () -> api.draftRegistration(draft, Keys.creation(by, "/registrations", key)),
                () -> Clients.found(() -> api.getRegistration(id, null, null)));
        var status = Clients.ask(by, () -> submit(api, id, by, key));
        var confirmer = Json.optional(entry, "confirmedBy");
        if (status == RegistrationStatus.SUBMITTED && confirmer != null) {
            status = Clients.ask(confirmer, () -> confirm(id, confirmer, key));
        }
        var review = entry.path("review");
        if (review.isObject() && status == RegistrationStatus.CONFIRMED) {
            review(review, id, key);
        }
    }

    private static RegistrationStatus submit(RegistrationsApi api, UUID id, String by, String key) {
        var now = api.getRegistration(id, null, null);
        if (now.getStatus() == RegistrationStatus.DRAFT) {
            var tag = LanToa.version(now.getVersion());
            now = api.submitRegistration(id, tag, Keys.act(by, "/registrations/" + id, "submit", key, tag));
        }
        return now.getStatus();
    }

    private RegistrationStatus confirm(UUID id, String confirmer, String key) {
        var api = new RegistrationsApi(clients.as(confirmer).campaigns());
        var tag = LanToa.version(api.getRegistration(id, null, null).getVersion());
        return api.confirmRegistration(id, tag, Keys.act(confirmer, "/registrations/" + id, "confirm", key, tag))
                .getStatus();
    }

    private void review(JsonNode entry, UUID registration, String key) {
        var by = Json.text(entry, "by");
        var id = Keys.id("review", key);
        var reviews = new ReviewsApi(clients.as(by).campaigns());
        var review = new ReviewRegistration()
                .id(id)
                .reviewedOn(Json.date(entry, "on"))
                .done(Json.each(entry, "done", JsonNode::asText))
                .undone(Json.each(entry, "undone", JsonNode::asText))
                .remedy(Json.optional(entry, "remedy"))
                .outcome(ReviewOutcome.fromValue(Json.text(entry, "outcome")));
        var path = "/registrations/" + registration + "/reviews";
        Clients.create(
                by,
                () -> reviews.reviewRegistration(registration, review, Keys.creation(by, path, key)),
                () -> Clients.found(() -> reviews.listReviews(registration, null, null, null))
                        && reviews.listReviews(registration, null, null, null).getItems().stream()
                                .anyMatch(one -> one.getId().equals(id)));
    }
}
