package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends units and begins their successors: one reorganisation for each sector and day, by the document the files name. */
final class ReorganisationsLoader {
    private static final String NO_SOURCE = "SAMPLE: văn bản không có trong nguồn";

    private final UnitEntries entries;
    private final List<JsonNode> documents;
    private final Service units;
    private final String administrator;

    ReorganisationsLoader(UnitEntries entries, List<JsonNode> documents, Service units, String administrator) {
        this.entries = entries;
        this.documents = documents;
        this.units = units;
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
        var id = Keys.id("reorganisation", key);
        var path = "/reorganisations/" + id;
        if (units.find(administrator, path).isEmpty()) {
            var body = Json.object();
            body.put("id", id.toString());
            document(occasion, body.putObject("document"));
            body.put("effectiveOn", occasion.day().toString());
            operations(occasion, body.putArray("operations"));
            Json.put(body, "remark", remark(occasion));
            units.create(administrator, "/reorganisations", key, body);
        }
        if (!units.get(administrator, path).path("status").asText().equals("ENACTED")) {
            units.act(administrator, path, "enact", key, null);
        }
    }

    private void operations(Occasion occasion, ArrayNode operations) {
        Set<String> made = new HashSet<>();
        for (var unit : entries.all()) {
            if (!occasion(unit).contains(occasion)) {
                continue;
            }
            var successor = entries.find(unit.successor());
            if (successor.isPresent() && entries.madeByMerger(unit.successor())) {
                if (made.add(successor.get().key())) {
                    merge(successor.get(), operations);
                }
                continue;
            }
            var dissolve = operations
                    .addObject()
                    .put("kind", "DISSOLVE")
                    .put("unit", unit.id().toString());
            if (unit.successor() != null) {
                dissolve.putArray("successors")
                        .add(UnitEntry.id(unit.successor()).toString());
            }
        }
    }

    private void merge(UnitEntry result, ArrayNode operations) {
        var merge = operations.addObject().put("kind", "MERGE");
        var sources = merge.putArray("sources");
        entries.sourcesOf(result).forEach(source -> sources.add(source.id().toString()));
        var made = merge.putObject("result");
        made.put("id", result.id().toString());
        UnitsLoader.describe(result, made);
    }

    private void document(Occasion occasion, ObjectNode body) {
        var known = find(occasion);
        if (known != null) {
            Json.copy(known, body, "number", "issuedBy", "signedOn");
            return;
        }
        body.put("number", "SAMPLE-" + occasion.sector() + "-" + occasion.day())
                .put("issuedBy", "SAMPLE")
                .put("signedOn", occasion.day().toString());
    }

    private @Nullable String remark(Occasion occasion) {
        var known = find(occasion);
        return known == null ? NO_SOURCE : Json.optional(known, "remark");
    }

    private @Nullable JsonNode find(Occasion occasion) {
        return documents.stream()
                .filter(document -> Json.text(document, "sector").equals(occasion.sector())
                        && Objects.equals(Json.date(document, "effectiveOn"), occasion.day()))
                .findFirst()
                .orElse(null);
    }
}
