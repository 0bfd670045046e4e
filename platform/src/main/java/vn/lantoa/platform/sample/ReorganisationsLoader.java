package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.units.api.ReorganisationsApi;
import vn.lantoa.client.units.model.AnnulReorganisation;
import vn.lantoa.client.units.model.Dissolve;
import vn.lantoa.client.units.model.DraftReorganisation;
import vn.lantoa.client.units.model.EnactPreviewed;
import vn.lantoa.client.units.model.LegalDocument;
import vn.lantoa.client.units.model.Merge;
import vn.lantoa.client.units.model.NewIdentifier;
import vn.lantoa.client.units.model.NewPlacement;
import vn.lantoa.client.units.model.NewUnit;
import vn.lantoa.client.units.model.Operation;
import vn.lantoa.client.units.model.ReorganisationStatus;

/**
 * Ends units and begins their successors: one reorganisation for each sector and day, by the document the files name. Then
 * what is planned: drafts, and what was enacted and taken back before its day.
 */
final class ReorganisationsLoader {
    private static final String NO_SOURCE = "SAMPLE: văn bản không có trong nguồn";

    private final UnitEntries entries;
    private final List<JsonNode> documents;
    private final List<JsonNode> planned;
    private final ReorganisationsApi reorganisations;
    private final String administrator;

    ReorganisationsLoader(UnitEntries entries, Sources sources, Clients clients, String administrator) {
        this.entries = entries;
        this.documents = sources.entries("documents");
        this.planned = sources.entries("planned");
        this.reorganisations = new ReorganisationsApi(clients.as(administrator).units());
        this.administrator = administrator;
    }

    private record Occasion(LocalDate day, String sector) {}

    /** Drafts and enacts them in the order of their days. */
    int enactAll() {
        var occasions = entries.all().stream()
                .flatMap(unit -> occasion(unit).stream())
                .distinct()
                .sorted(Comparator.comparing(Occasion::day))
                .toList();
        occasions.forEach(this::enact);
        return occasions.size();
    }

    private static List<Occasion> occasion(UnitEntry unit) {
        var end = unit.to();
        return end == null ? List.of() : List.of(new Occasion(end, unit.sector()));
    }

    private void enact(Occasion occasion) {
        var key = occasion.sector() + occasion.day();
        var id = id(key);
        if (!Clients.found(() -> reorganisations.getReorganisation(id, null))) {
            draft(
                    key,
                    new DraftReorganisation()
                            .document(document(occasion))
                            .effectiveOn(occasion.day())
                            .operations(operations(occasion))
                            .remark(remark(occasion)));
        }
        enact(key);
    }

    /** Drafts what is still to come. */
    int planAll() {
        for (var plan : planned) {
            var key = Json.text(plan, "key");
            draft(key, Forms.read(plan, DraftReorganisation.class, "key", "annulledBy"));
            if (plan.has("annulledBy")) {
                enact(key);
                annul(key, Forms.read(plan.get("annulledBy"), AnnulReorganisation.class));
            }
        }
        return planned.size();
    }

    private static UUID id(String key) {
        return Keys.id("reorganisation", key);
    }

    private void draft(String key, DraftReorganisation draft) {
        Clients.create(
                administrator,
                () -> reorganisations.draftReorganisation(
                        draft.id(id(key)), Keys.creation(administrator, "/reorganisations", key)),
                () -> Clients.found(() -> reorganisations.getReorganisation(id(key), null)));
    }

    private void enact(String key) {
        var id = id(key);
        Clients.ask(administrator, () -> {
            var now = reorganisations.getReorganisation(id, null);
            if (now.getStatus() == ReorganisationStatus.DRAFT) {
                var tag = LanToa.version(now.getVersion());
                var path = "/reorganisations/" + id;
                var preview = reorganisations.previewReorganisation(id, null);
                now = reorganisations.enactReorganisation(
                        id,
                        tag,
                        new EnactPreviewed().preview(preview.getFingerprint()),
                        Keys.act(administrator, path, "enact", key, tag));
            }
            return now;
        });
    }

    private void annul(String key, AnnulReorganisation annulment) {
        var id = id(key);
        Clients.ask(administrator, () -> {
            var now = reorganisations.getReorganisation(id, null);
            if (now.getStatus() == ReorganisationStatus.ENACTED) {
                var tag = LanToa.version(now.getVersion());
                var path = "/reorganisations/" + id;
                now = reorganisations.annulReorganisation(
                        id, tag, annulment, Keys.act(administrator, path, "annul", key, tag));
            }
            return now;
        });
    }

    private List<Operation> operations(Occasion occasion) {
        var operations = new ArrayList<Operation>();
        Set<String> made = new HashSet<>();
        for (var unit : entries.all()) {
            if (!occasion(unit).contains(occasion)) {
                continue;
            }
            var successor = entries.find(unit.successor());
            if (successor.isPresent() && entries.madeByMerger(unit.successor())) {
                if (made.add(successor.get().key())) {
                    operations.add(new Operation(merge(successor.get())));
                }
                continue;
            }
            var dissolve = new Dissolve().kind(Dissolve.KindEnum.DISSOLVE).unit(unit.id());
            if (unit.successor() != null) {
                dissolve.addSuccessorsItem(UnitEntry.id(unit.successor()));
            }
            operations.add(new Operation(dissolve));
        }
        documents(occasion)
                .flatMap(document ->
                        StreamSupport.stream(document.path("operations").spliterator(), false))
                .forEach(said -> operations.add(Forms.read(said, Operation.class)));
        return operations;
    }

    private Merge merge(UnitEntry entry) {
        var result = new NewUnit()
                .id(entry.id())
                .name(entry.name())
                .kind(entry.kind())
                .sector(entry.sector())
                .remark(entry.remark());
        for (var code : entry.codes()) {
            result.addIdentifiersItem(new NewIdentifier().scheme(code.scheme()).value(code.value()));
        }
        for (var place : entry.firstPlaces()) {
            result.addPlacementsItem(new NewPlacement().line(place.line()).parent(place.parentId()));
        }
        var sources = entries.sourcesOf(entry).stream().map(UnitEntry::id).toList();
        return new Merge().kind(Merge.KindEnum.MERGE).sources(sources).result(result);
    }

    private LegalDocument document(Occasion occasion) {
        var known = find(occasion);
        if (known != null) {
            return new LegalDocument()
                    .number(Json.text(known, "number"))
                    .issuedBy(Json.text(known, "issuedBy"))
                    .signedOn(Json.day(known, "signedOn"));
        }
        return new LegalDocument()
                .number("SAMPLE-" + occasion.sector() + "-" + occasion.day())
                .issuedBy("SAMPLE")
                .signedOn(occasion.day());
    }

    private @Nullable String remark(Occasion occasion) {
        var known = find(occasion);
        return known == null ? NO_SOURCE : Json.optional(known, "remark");
    }

    private @Nullable JsonNode find(Occasion occasion) {
        return documents(occasion)
                .filter(document -> document.has("number"))
                .findFirst()
                .orElse(null);
    }

    private Stream<JsonNode> documents(Occasion occasion) {
        return documents.stream()
                .filter(document -> Json.text(document, "sector").equals(occasion.sector())
                        && Objects.equals(Json.date(document, "effectiveOn"), occasion.day()));
    }
}
