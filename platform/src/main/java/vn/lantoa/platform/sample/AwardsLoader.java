package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/** Brings commendations the whole way: proposed, submitted, received, accepted, voted on where needed, decided, signed. */
final class AwardsLoader {
    private final List<JsonNode> awards;
    private final Service recognition;

    AwardsLoader(List<JsonNode> awards, Service recognition) {
        this.awards = awards;
        this.recognition = recognition;
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
        appraise(award, key, "/nominations/" + nomination);
        decide(award, key, nomination);
    }

    private void propose(JsonNode award, String key, UUID id) {
        var proposer = Json.text(award, "proposedBy");
        var body = Json.object();
        body.put("id", id.toString())
                .put("awardType", Json.text(award, "type"))
                .put("unit", UnitEntry.id(Json.text(award, "unit")).toString());
        var person = Json.optional(award, "person");
        Json.put(body, "person", person == null ? null : PeopleLoader.id(person));
        Json.put(body, "proposedOn", Json.date(award, "proposedOn"));
        Json.copy(award, body, "category", "occasion", "year", "statements", "achievement");
        recognition.create(proposer, "/nominations", key, body);
        var path = "/nominations/" + id;
        if (status(proposer, path).equals("DRAFT")) {
            recognition.act(proposer, path, "submit", key, null);
        }
    }

    private void appraise(JsonNode award, String key, String path) {
        var clerk = Json.text(award, "appraisedBy");
        var status = status(clerk, path);
        if (status.equals("SUBMITTED")) {
            status = recognition
                    .act(clerk, path, "receive", key, null)
                    .path("status")
                    .asText();
        }
        if (status.equals("RECEIVED")) {
            var accept = Json.object();
            Json.copy(award, accept, "reason");
            status = recognition
                    .act(clerk, path, "accept", key, accept)
                    .path("status")
                    .asText();
        }
        if (status.equals("ACCEPTED") && award.has("vote")) {
            recognition.act(clerk, path, "vote", key, award.get("vote"));
        }
    }

    private void decide(JsonNode award, String key, UUID nomination) {
        var clerk = Json.text(award, "appraisedBy");
        var decision = award.path("decision");
        var id = Keys.id("decision", key);
        var path = "/decisions/" + id;
        var body = Json.object();
        body.put("id", id.toString())
                .put("issuer", UnitEntry.id(Json.text(decision, "issuer")).toString())
                .put("awardType", Json.text(award, "type"))
                .put("sample", Json.text(decision, "number").contains("SAMPLE"));
        body.putArray("nominations").add(nomination.toString());
        Json.copy(decision, body, "content");
        recognition.create(clerk, "/decisions", key, body);
        if (status(clerk, path).equals("DRAFT")) {
            var sign = Json.object();
            Json.copy(decision, sign, "number", "signedOn", "place");
            recognition.act(Json.text(decision, "signedBy"), path, "sign", key, sign);
        }
    }

    private String status(String user, String path) {
        return recognition.get(user, path).path("status").asText();
    }
}
