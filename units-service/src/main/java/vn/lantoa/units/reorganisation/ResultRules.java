package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.lantoa.problems.FieldError;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.unit.Unit;
import vn.lantoa.units.unit.UnitIdentifier;
import vn.lantoa.units.unit.Units;

/** What must hold of the units that a reorganisation makes or hands work to. */
@ApplicationScoped
class ResultRules {
    private final Units units;
    private final DataSource database;

    ResultRules(Units units, DataSource database) {
        this.units = units;
        this.database = database;
    }

    void check(List<Operation> operations, Set<UUID> ending, LocalDate day, List<FieldError> problems) {
        var results =
                merges(operations).map(merge -> merge.result().requireId()).collect(Collectors.toSet());
        var known = units.all(named(operations)).stream().collect(Collectors.toMap(Unit::id, unit -> unit));
        var check = new Check(ending, results, known, day, problems);
        var codes = new CodesGiven(bearers(operations), ending, day);
        var lists = new Lists(database);
        var seen = new HashSet<UUID>();
        var roots = new HashMap<String, String>();
        for (int i = 0; i < operations.size(); i++) {
            var pointer = "/operations/" + i;
            switch (operations.get(i)) {
                case Merge merge -> {
                    var result = merge.result();
                    if (known.containsKey(result.requireId()) || !seen.add(result.requireId())) {
                        problems.add(FieldError.at(pointer + "/result/id", "id-taken", result.requireId()));
                    }
                    lists.check(result, pointer + "/result", problems);
                    places(result, pointer + "/result/placements/", check, roots);
                    codes.check(result, pointer + "/result/identifiers/", problems);
                }
                case Dissolve dissolve -> successors(dissolve, pointer + "/successors/", check);
            }
        }
    }

    private record Check(
            Set<UUID> ending, Set<UUID> results, Map<UUID, Unit> known, LocalDate day, List<FieldError> problems) {
        /** Made by the same document, or existing from that day on for good. */
        boolean goesOn(UUID unit) {
            var found = known.get(unit);
            return results.contains(unit)
                    || (found != null && !ending.contains(unit) && found.life().contains(new Period(day, null)));
        }
    }

    private void places(NewUnit result, String pointer, Check check, Map<String, String> roots) {
        var lines = new HashSet<String>();
        for (int i = 0; i < result.placementsOrNone().size(); i++) {
            var place = result.placementsOrNone().get(i);
            var here = pointer + i;
            if (!lines.add(place.line())) {
                check.problems().add(FieldError.at(here + "/line", "line-twice", place.line()));
            }
            var parent = place.parent();
            if (parent == null) {
                if (roots.putIfAbsent(place.line(), here) != null || otherRoot(place.line(), check)) {
                    check.problems().add(FieldError.at(here, "second-root", place.line()));
                }
            } else if (parent.equals(result.id()) || !check.goesOn(parent)) {
                check.problems().add(FieldError.at(here + "/parent", "parent-not-existing-then", parent, check.day()));
            }
        }
    }

    private boolean otherRoot(String line, Check check) {
        return Query.of(
                                "SELECT count(*) FROM unit_placement WHERE line = ? AND parent IS NULL AND valid && daterange(?::date, NULL) AND unit <> ALL (?)",
                                line,
                                check.day(),
                                check.ending().toArray(UUID[]::new))
                        .count(database)
                > 0;
    }

    private static void successors(Dissolve dissolve, String pointer, Check check) {
        var successors = dissolve.successorsOrNone();
        for (int i = 0; i < successors.size(); i++) {
            var successor = successors.get(i);
            if (!check.goesOn(successor)) {
                check.problems().add(FieldError.at(pointer + i, "successor-not-existing-then", successor, check.day()));
            } else if (successors.indexOf(successor) != i) {
                check.problems().add(FieldError.at(pointer + i, "successor-twice", successor));
            }
        }
    }

    private static Stream<Merge> merges(List<Operation> operations) {
        return operations.stream().filter(Merge.class::isInstance).map(Merge.class::cast);
    }

    private static Set<UUID> named(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> switch (operation) {
                    case Merge merge ->
                        Stream.concat(
                                Stream.of(merge.result().requireId()),
                                merge.result().placementsOrNone().stream()
                                        .map(NewPlacement::parent)
                                        .filter(Objects::nonNull));
                    case Dissolve dissolve -> dissolve.successorsOrNone().stream();
                })
                .collect(Collectors.toSet());
    }

    private List<UnitIdentifier> bearers(List<Operation> operations) {
        return units.bearersOf(merges(operations)
                .flatMap(merge -> merge.result().identifiersOrNone().stream())
                .map(NewIdentifier::value)
                .collect(Collectors.toSet()));
    }

    /** Codes that results take: each by one only, and borne on that day by none that goes on. */
    private static final class CodesGiven {
        private final Set<List<String>> taken;
        private final Set<List<String>> given = new HashSet<>();

        CodesGiven(List<UnitIdentifier> bearers, Set<UUID> ending, LocalDate day) {
            taken = bearers.stream()
                    .filter(code -> code.period().reaches(day)
                            && (!ending.contains(code.bearer())
                                    || !code.period().startsBefore(day)))
                    .map(code -> List.of(code.scheme(), code.value()))
                    .collect(Collectors.toSet());
        }

        void check(NewUnit result, String pointer, List<FieldError> problems) {
            var schemes = new HashSet<String>();
            for (int i = 0; i < result.identifiersOrNone().size(); i++) {
                var code = result.identifiersOrNone().get(i);
                var key = List.of(code.schemeOrDefault(), code.value());
                if (!schemes.add(code.schemeOrDefault())) {
                    problems.add(FieldError.at(pointer + i, "scheme-twice", code.schemeOrDefault()));
                } else if (!given.add(key) || taken.contains(key)) {
                    problems.add(FieldError.at(pointer + i, "code-taken", code.schemeOrDefault(), code.value()));
                }
            }
        }
    }

    /** The code lists that a result draws on. */
    private static final class Lists {
        private final Map<String, Set<String>> codes;

        Lists(DataSource database) {
            codes = Query.of("""
                    SELECT 'kind' AS list, code FROM unit_kind UNION ALL SELECT 'sector', code FROM sector
                    UNION ALL SELECT 'line', code FROM line UNION ALL SELECT 'scheme', code FROM identifier_scheme
                    """).list(database, row -> List.of(row.text("list"), row.text("code"))).stream()
                    .collect(Collectors.groupingBy(
                            List::getFirst, Collectors.mapping(List::getLast, Collectors.toSet())));
        }

        void check(NewUnit result, String pointer, List<FieldError> problems) {
            require("kind", result.kind(), pointer + "/kind", problems);
            require("sector", result.sector(), pointer + "/sector", problems);
            for (int i = 0; i < result.placementsOrNone().size(); i++) {
                var line = result.placementsOrNone().get(i).line();
                require("line", line, pointer + "/placements/" + i + "/line", problems);
            }
            for (int i = 0; i < result.identifiersOrNone().size(); i++) {
                var scheme = result.identifiersOrNone().get(i).schemeOrDefault();
                require("scheme", scheme, pointer + "/identifiers/" + i + "/scheme", problems);
            }
        }

        private void require(String list, String code, String pointer, List<FieldError> problems) {
            if (!codes.getOrDefault(list, Set.of()).contains(code)) {
                problems.add(FieldError.at(pointer, "unknown-" + list, code));
            }
        }
    }
}
