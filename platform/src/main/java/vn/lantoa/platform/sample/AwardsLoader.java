package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.recognition.api.DecisionsApi;
import vn.lantoa.client.recognition.api.NominationsApi;
import vn.lantoa.client.recognition.model.AcceptNomination;
import vn.lantoa.client.recognition.model.DecisionStatus;
import vn.lantoa.client.recognition.model.DraftDecision;
import vn.lantoa.client.recognition.model.DraftNomination;
import vn.lantoa.client.recognition.model.NominationStatus;
import vn.lantoa.client.recognition.model.RecordVote;
import vn.lantoa.client.recognition.model.SignDecision;

/** Brings commendations the whole way: proposed, submitted, received, accepted, voted on where needed, decided, signed. */
final class AwardsLoader {
    private final List<JsonNode> awards;
    private final Clients clients;

    AwardsLoader(List<JsonNode> awards, Clients clients) {
        this.awards = awards;
        this.clients = clients;
    }

    /** One after the other, so that certificates get their numbers in the order of the file. */
    int grantAll() {
        awards.forEach(this::grant);
        return awards.size();
    }

    private void grant(JsonNode award) {
        var key = Json.text(award, "key");
        var nomination = Keys.id("nomination", key);
        propose(award, key, nomination);
        var clerk = Json.text(award, "appraisedBy");
        Clients.ask(clerk, () -> appraise(award, key, nomination, clerk));
        decide(award, key, nomination, clerk);
    }

    private void propose(JsonNode award, String key, UUID id) {
        var proposer = Json.text(award, "proposedBy");
        var nominations = new NominationsApi(clients.as(proposer).recognition());
        var person = Json.optional(award, "person");
        var draft = new DraftNomination()
                .id(id)
                .awardType(Json.text(award, "type"))
                .unit(UnitEntry.id(Json.text(award, "unit")))
                .person(person == null ? null : PeopleLoader.id(person))
                .proposedOn(Json.date(award, "proposedOn"))
                .category(Json.optional(award, "category"))
                .occasion(Json.optional(award, "occasion"))
                .year(Json.number(award, "year"))
                .statements(Json.each(award, "statements", JsonNode::asText))
                .achievement(Json.optional(award, "achievement"));
        Clients.create(
                proposer,
                () -> nominations.draftNomination(draft, Keys.creation(proposer, "/nominations", key)),
                () -> Clients.found(() -> nominations.getNomination(id, null)));
        Clients.ask(proposer, () -> {
            var now = nominations.getNomination(id, null);
            if (now.getStatus() == NominationStatus.DRAFT) {
                var tag = LanToa.version(now.getVersion());
                nominations.submitNomination(id, tag, key(proposer, "/nominations/" + id, "submit", key, tag));
            }
            return now;
        });
    }

    private NominationStatus appraise(JsonNode award, String key, UUID id, String clerk) {
        var nominations = new NominationsApi(clients.as(clerk).recognition());
        var path = "/nominations/" + id;
        var now = nominations.getNomination(id, null);
        if (now.getStatus() == NominationStatus.SUBMITTED) {
            var tag = LanToa.version(now.getVersion());
            now = nominations.receiveNomination(id, tag, key(clerk, path, "receive", key, tag));
        }
        if (now.getStatus() == NominationStatus.RECEIVED) {
            var tag = LanToa.version(now.getVersion());
            var accept = new AcceptNomination().reason(Json.optional(award, "reason"));
            now = nominations.acceptNomination(id, tag, key(clerk, path, "accept", key, tag), accept);
        }
        if (now.getStatus() == NominationStatus.ACCEPTED && award.has("vote")) {
            var tag = LanToa.version(now.getVersion());
            now = nominations.recordVote(id, tag, vote(award.path("vote")), key(clerk, path, "vote", key, tag));
        }
        return now.getStatus();
    }

    private static RecordVote vote(JsonNode vote) {
        return new RecordVote()
                .heldOn(Json.day(vote, "heldOn"))
                .minutesNumber(Json.text(vote, "minutesNumber"))
                .members(Json.number(vote, "members"))
                .present(Json.number(vote, "present"))
                .written(Json.number(vote, "written"))
                .yes(Json.number(vote, "yes"))
                .no(Json.number(vote, "no"));
    }

    private void decide(JsonNode award, String key, UUID nomination, String clerk) {
        var decision = award.path("decision");
        var id = Keys.id("decision", key);
        var drafting = new DecisionsApi(clients.as(clerk).recognition());
        var draft = new DraftDecision()
                .id(id)
                .issuer(UnitEntry.id(Json.text(decision, "issuer")))
                .awardType(Json.text(award, "type"))
                .sample(Json.text(decision, "number").contains("SAMPLE"))
                .nominations(List.of(nomination))
                .content(Json.optional(decision, "content"));
        Clients.create(
                clerk,
                () -> drafting.draftDecision(draft, Keys.creation(clerk, "/decisions", key)),
                () -> Clients.found(() -> drafting.getDecision(id, null)));
        var now = Clients.ask(clerk, () -> drafting.getDecision(id, null));
        if (now.getStatus() == DecisionStatus.DRAFT) {
            var signer = Json.text(decision, "signedBy");
            var tag = LanToa.version(now.getVersion());
            var signature = new SignDecision()
                    .number(Json.text(decision, "number"))
                    .signedOn(Json.day(decision, "signedOn"))
                    .place(Json.optional(decision, "place"));
            Clients.ask(
                    signer,
                    () -> new DecisionsApi(clients.as(signer).recognition())
                            .signDecision(id, tag, signature, key(signer, "/decisions/" + id, "sign", key, tag)));
        }
    }

    private static String key(String user, String path, String act, String key, String version) {
        return Keys.act(user, path, act, key, version);
    }
}
