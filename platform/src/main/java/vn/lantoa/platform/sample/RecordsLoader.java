package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.units.api.MyRecordApi;
import vn.lantoa.client.units.api.PersonsApi;
import vn.lantoa.client.units.model.AnswerCorrectionRequest;
import vn.lantoa.client.units.model.CorrectionRequestStatus;
import vn.lantoa.client.units.model.DeclareRelative;
import vn.lantoa.client.units.model.MergePerson;
import vn.lantoa.client.units.model.RequestCorrection;

/**
 * What becomes of records of persons: two of one person are merged, people ask for corrections of their own and declare
 * relatives.
 */
final class RecordsLoader {
    private final List<JsonNode> merges;
    private final List<JsonNode> corrections;
    private final List<JsonNode> relatives;
    private final Clients clients;
    private final String administrator;

    RecordsLoader(Sources sources, Clients clients, String administrator) {
        this.merges = sources.entries("merges");
        this.corrections = sources.entries("corrections");
        this.relatives = sources.entries("relatives");
        this.clients = clients;
        this.administrator = administrator;
    }

    int mergeAll() {
        merges.forEach(this::merge);
        return merges.size();
    }

    private void merge(JsonNode entry) {
        var persons = new PersonsApi(clients.as(administrator).units());
        var id = PeopleLoader.id(Json.text(entry, "person"));
        var merge = Forms.read(entry, MergePerson.class, "person");
        Clients.ask(administrator, () -> {
            if (persons.listPersonMerges(id).getItems().isEmpty()) {
                var tag = LanToa.version(persons.getPerson(id, null).getVersion());
                persons.mergePerson(
                        id, tag, merge, Keys.act(administrator, "/persons/" + id, "merge", id.toString(), tag));
            }
            return id;
        });
    }

    int requestAll() {
        Parallel.forEach(corrections, this::request);
        return corrections.size();
    }

    private void request(JsonNode entry) {
        var by = Json.text(entry, "by");
        var wish = Json.text(entry, "wish");
        var id = Keys.id("correction-request", by + wish);
        var own = new MyRecordApi(clients.as(by).units());
        Clients.create(
                by,
                () -> own.requestCorrection(
                        new RequestCorrection().id(id).wish(wish), Keys.creation(by, "/me/correction-requests", wish)),
                () -> Clients.found(() -> own.getMyCorrectionRequest(id, null)));
        var answering = Json.optional(entry, "acceptedBy");
        if (answering != null) {
            Clients.ask(answering, () -> accept(id, answering, Json.text(entry, "answer")));
        }
    }

    int declareAll() {
        relatives.forEach(this::declare);
        return relatives.size();
    }

    private void declare(JsonNode entry) {
        var by = Json.text(entry, "by");
        var key = by + Json.text(entry, "relative");
        var id = Keys.id("relative", key);
        var own = new MyRecordApi(clients.as(by).units());
        var declaration = Forms.read(entry, DeclareRelative.class, "by").id(id);
        Clients.create(
                by,
                () -> own.declareMyRelative(declaration, Keys.creation(by, "/me/relatives", key)),
                () -> Clients.found(() -> own.getMyRelative(id, null)));
    }

    private CorrectionRequestStatus accept(UUID id, String answering, String answer) {
        var api = new PersonsApi(clients.as(answering).units());
        var now = api.getCorrectionRequest(id, null);
        if (now.getStatus() != CorrectionRequestStatus.OPEN) {
            return now.getStatus();
        }
        var tag = LanToa.version(now.getVersion());
        var key = Keys.act(answering, "/correction-requests/" + id, "accept", answer, tag);
        return api.acceptCorrectionRequest(id, tag, new AnswerCorrectionRequest().answer(answer), key)
                .getStatus();
    }
}
