package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.platform.sample.UnitEntry.Code;
import vn.lantoa.platform.sample.UnitEntry.Place;
import vn.lantoa.platform.sample.UnitEntry.Relation;

/** Every unit that the files name: the territory from its tables, the others from the section {@code units}. */
final class UnitEntries {
    private static final String ADMINISTRATIVE = "ADMINISTRATIVE";

    private final Map<String, UnitEntry> byKey = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    private UnitEntries() {}

    static UnitEntries read(Sources sources) {
        var entries = new UnitEntries();
        sources.object("unconfirmed")
                .ifPresent(all -> all.properties()
                        .forEach(one ->
                                entries.notes.put(one.getKey(), one.getValue().asText())));
        entries.readTerritory(sources);
        sources.entries("units").forEach(entries::readUnits);
        return entries;
    }

    List<UnitEntry> all() {
        return List.copyOf(byKey.values());
    }

    Optional<UnitEntry> find(@Nullable String key) {
        return Optional.ofNullable(key == null ? null : byKey.get(key));
    }

    /** Whether a merger makes it: it begins on the day on which those end whose successor it is. */
    boolean madeByMerger(@Nullable String key) {
        return find(key)
                .filter(unit -> unit.from() != null && !sourcesOf(unit).isEmpty())
                .isPresent();
    }

    /** Whether something of that unit and day is told after the reorganisations, because they make what it needs. */
    boolean late(String key, @Nullable LocalDate day) {
        return madeByMerger(key)
                || day != null
                        && byKey.values().stream()
                                .flatMap(unit -> Stream.ofNullable(unit.to()))
                                .anyMatch(end -> !end.isAfter(day));
    }

    List<UnitEntry> sourcesOf(UnitEntry result) {
        return byKey.values().stream()
                .filter(unit -> result.key().equals(unit.successor()) && Objects.equals(unit.to(), result.from()))
                .toList();
    }

    private void readTerritory(Sources sources) {
        var effective = sources.object("territory").map(section -> Json.date(section, "effectiveOn"));
        if (effective.isEmpty()) {
            return;
        }
        var successors = new LinkedHashMap<String, String>();
        sources.csv("territory", "mergers")
                .forEach(row -> successors.put(value(row, "old_code"), value(row, "new_code")));
        for (var row : sources.csv("territory", "before")) {
            var code = value(row, "code");
            boolean province = value(row, "parent_code").isEmpty();
            boolean commune = successors.containsKey(code);
            add(place(
                    row,
                    commune ? "before-" + code : code,
                    null,
                    province ? null : effective.get(),
                    successors.get(code)));
        }
        for (var row : sources.csv("territory", "after")) {
            if (!byKey.containsKey(value(row, "code"))) {
                add(place(row, value(row, "code"), effective.get(), null, null));
            }
        }
    }

    private static UnitEntry place(
            Map<String, String> row,
            String key,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String successor) {
        var parent = value(row, "parent_code");
        return new UnitEntry(
                key,
                value(row, "name"),
                value(row, "kind"),
                "TERRITORY",
                List.of(new Code(null, value(row, "code"))),
                List.of(new Place(ADMINISTRATIVE, parent.isEmpty() ? null : parent, null)),
                from,
                to,
                successor,
                List.of(),
                null);
    }

    private void readUnits(JsonNode node) {
        if (!node.has("keys")) {
            add(unit(node, Json.text(node, "key"), Json.text(node, "name"), Json.optional(node, "covers")));
            return;
        }
        var names = Json.texts(node, "names");
        var covers = Json.texts(node, "covers");
        var keys = Json.texts(node, "keys");
        for (int i = 0; i < keys.size(); i++) {
            add(unit(node, keys.get(i), names.get(i), i < covers.size() ? covers.get(i) : null));
        }
    }

    private UnitEntry unit(JsonNode node, String key, String name, @Nullable String covers) {
        var sector = Json.text(node, "sector");
        var codes = node.hasNonNull("identifier")
                ? List.of(new Code(
                        Json.text(node.get("identifier"), "scheme"), Json.text(node.get("identifier"), "value")))
                : List.<Code>of();
        var places = new ArrayList<Place>();
        for (var parent : node.path("parents")) {
            var above = Json.optional(parent, "key");
            places.add(new Place(
                    Json.text(parent, "line"),
                    above == null ? Json.text(parent, "code") : above,
                    Json.date(parent, "firstDay")));
        }
        if (places.isEmpty()) {
            places.add(new Place(sector.equals("STATE") ? ADMINISTRATIVE : sector, null, null));
        }
        return new UnitEntry(
                key,
                name,
                Json.text(node, "kind"),
                sector,
                codes,
                List.copyOf(places),
                Json.date(node, "firstDay"),
                Json.end(node),
                Json.optional(node, "successor"),
                relations(node, covers),
                remark(node, key));
    }

    private List<Relation> relations(JsonNode node, @Nullable String covers) {
        var relations = new ArrayList<Relation>();
        var serves = Json.optional(node, "serves");
        if (serves != null) {
            relations.add(new Relation("SERVES", serves));
        }
        var area = covers == null ? area(Json.optional(node, "covers_name")) : covers;
        if (area != null) {
            relations.add(new Relation("COVERS_AREA", area));
        }
        return List.copyOf(relations);
    }

    /** The key of an area called by name: with its district in brackets one of before the reform, without one of since. */
    private @Nullable String area(@Nullable String name) {
        if (name == null) {
            return null;
        }
        int bracket = name.indexOf(" (");
        var own = bracket < 0 ? name : name.substring(0, bracket);
        var district = bracket < 0 ? "" : name.substring(bracket + 2, name.length() - 1);
        return byKey.values().stream()
                .filter(unit -> unit.name().equals(own) && unit.sector().equals("TERRITORY"))
                .filter(unit -> bracket < 0 ? unit.from() != null : under(unit, district))
                .map(UnitEntry::key)
                .findFirst()
                .orElseThrow(() -> new LoadFailure("No area is called \"" + name + "\""));
    }

    private boolean under(UnitEntry unit, String parent) {
        return unit.places().stream()
                .flatMap(place -> find(place.parent()).stream())
                .anyMatch(above -> above.name().equalsIgnoreCase(parent));
    }

    private @Nullable String remark(JsonNode node, String key) {
        var parts = new ArrayList<String>();
        if (notes.containsKey(key)) {
            parts.add(notes.get(key));
        }
        var own = Json.optional(node, "remark");
        if (own != null) {
            parts.add(own);
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    private void add(UnitEntry unit) {
        if (byKey.put(unit.key(), unit) != null) {
            throw new LoadFailure("The key \"" + unit.key() + "\" stands twice in the section units");
        }
    }

    private static String value(Map<String, String> row, String column) {
        return Objects.requireNonNullElse(row.get(column), "");
    }
}
