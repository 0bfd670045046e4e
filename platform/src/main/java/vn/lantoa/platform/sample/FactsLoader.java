package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import vn.lantoa.client.units.api.UnitsApi;
import vn.lantoa.client.units.model.DescribeUnit;
import vn.lantoa.client.units.model.GivenIdentifier;
import vn.lantoa.client.units.model.RelateUnit;

/** What is known of units beside their places: further codes, relations, profiles. */
final class FactsLoader {
    private final UnitEntries entries;
    private final List<JsonNode> identifiers;
    private final List<JsonNode> profiles;
    private final UnitsApi units;
    private final String administrator;

    FactsLoader(UnitEntries entries, Sources sources, Clients clients, String administrator) {
        this.entries = entries;
        this.identifiers = sources.entries("identifiers");
        this.profiles = sources.entries("profiles");
        this.units = new UnitsApi(clients.as(administrator).units());
        this.administrator = administrator;
    }

    /** What held before anything was reorganised, so that it follows. */
    int tellEarly() {
        return tell(false);
    }

    /** What needs the units that mergers made, or holds since. */
    int tellLate() {
        return tell(true);
    }

    private int tell(boolean late) {
        var codes = identifiers.stream()
                .filter(entry -> entries.late(Json.text(entry, "unit"), Json.date(entry, "firstDay")) == late)
                .toList();
        var related = entries.all().stream()
                .filter(unit -> late(unit) == late)
                .flatMap(unit -> unit.relations().stream().map(relation -> new Related(unit, relation)))
                .toList();
        var described = late ? profiles : List.<JsonNode>of();
        // the codes of a unit one after the other: each changes the unit
        var byUnit = codes.stream().collect(Collectors.groupingBy(entry -> Json.text(entry, "unit")));
        Parallel.forEach(byUnit.values(), ofOne -> ofOne.forEach(this::identify));
        Parallel.forEach(related, this::relate);
        Parallel.forEach(described, this::describe);
        return codes.size() + related.size() + described.size();
    }

    private record Related(UnitEntry unit, UnitEntry.Relation relation) {}

    private boolean late(UnitEntry unit) {
        return entries.madeByMerger(unit.key())
                || unit.relations().stream().anyMatch(relation -> entries.madeByMerger(relation.target()));
    }

    private void identify(JsonNode entry) {
        var unit = UnitEntry.id(Json.text(entry, "unit"));
        var code = Forms.read(entry, GivenIdentifier.class, "unit");
        var path = "/units/" + unit + "/identifiers";
        Clients.create(
                administrator,
                () -> units.identifyUnit(
                        unit, code, Keys.creation(administrator, path, code.getScheme() + code.getValue())),
                () -> units.listUnitIdentifiers(unit, null, code.getScheme()).getItems().stream()
                        .anyMatch(borne -> borne.getValue().equals(code.getValue())));
    }

    private void relate(Related related) {
        var unit = related.unit().id();
        var kind = related.relation().kind();
        var target = UnitEntry.id(related.relation().target());
        if (there(related)) {
            return;
        }
        var key = related.unit().key() + kind + related.relation().target();
        var relation = new RelateUnit()
                .id(Keys.id("relation", key))
                .kind(kind)
                .target(target)
                .validTo(related.unit().to());
        Clients.create(
                administrator,
                () -> units.relateUnit(
                        unit, relation, Keys.creation(administrator, "/units/" + unit + "/relations", key)),
                () -> there(related));
    }

    private boolean there(Related related) {
        var request = UnitsApi.APIListUnitRelationsRequest.newBuilder()
                .unit(related.unit().id())
                .kind(related.relation().kind())
                .limit(200)
                .build();
        var target = UnitEntry.id(related.relation().target());
        return Clients.ask(administrator, () -> units.listUnitRelations(request)).getItems().stream()
                .anyMatch(relation -> relation.getTarget().equals(target));
    }

    private void describe(JsonNode entry) {
        var unit = UnitEntry.id(Json.text(entry, "unit"));
        var profile = Forms.read(entry, DescribeUnit.class, "unit");
        var key = Keys.creation(administrator, "/units/" + unit + "/profile", Json.optional(entry, "firstDay"));
        Clients.ask(administrator, () -> units.describeUnit(unit, profile, key));
    }
}
