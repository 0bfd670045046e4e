package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.problems.FieldError;
import vn.lantoa.units.person.Posts;
import vn.lantoa.units.role.RoleGrants;
import vn.lantoa.units.unit.Unit;
import vn.lantoa.units.unit.Units;

/** Holds the operations against the register: who ends, begins, moves, and every reason why they do not fit. */
@ApplicationScoped
class PlanReorganisation {
    private final Units units;
    private final Posts posts;
    private final RoleGrants grants;
    private final ResultRules resultRules;

    PlanReorganisation(Units units, Posts posts, RoleGrants grants, ResultRules resultRules) {
        this.units = units;
        this.posts = posts;
        this.grants = grants;
        this.resultRules = resultRules;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Plan plan(Reorganisation reorganisation) {
        var day = reorganisation.effectiveOn();
        var operations = reorganisation.operations();
        var problems = new ArrayList<FieldError>();
        var pointers = endingPointers(operations, problems);
        var ending = units.all(pointers.keySet()).stream().collect(Collectors.toMap(Unit::id, unit -> unit));
        pointers.forEach((id, pointer) -> checkEnding(ending.get(id), id, day, pointer, problems));
        var merges = operations.stream()
                .filter(Merge.class::isInstance)
                .map(Merge.class::cast)
                .toList();
        var becomes = new LinkedHashMap<UUID, UUID>();
        merges.forEach(merge -> merge.sources()
                .forEach(source -> becomes.put(source, merge.result().requireId())));
        var children = children(ending, becomes, day);
        checkChildren(children, ending, merges, pointers, day, problems);
        resultRules.check(operations, pointers.keySet(), day, problems);
        var endingPosts = posts.reaching(pointers.keySet(), day);
        endingPosts.stream()
                .filter(post -> !post.period().startsBefore(day))
                .forEach(post -> problems.add(
                        FieldError.at(String.valueOf(pointers.get(post.unit())), "post-begins-later", post.id())));
        var endingGrants = grants.reaching(pointers.keySet(), day);
        endingGrants.stream()
                .filter(grant -> !grant.period().startsBefore(day))
                .forEach(grant -> problems.add(
                        FieldError.at(String.valueOf(pointers.get(grant.unit())), "grant-begins-later", grant.id())));
        return new Plan(
                day,
                operations,
                inOrder(pointers.keySet(), ending),
                becomes,
                merges,
                children,
                endingPosts,
                endingGrants,
                List.copyOf(problems));
    }

    /** Where in the body each ending unit is named first; naming it again is a problem. */
    private static Map<UUID, String> endingPointers(List<Operation> operations, List<FieldError> problems) {
        var pointers = new LinkedHashMap<UUID, String>();
        for (int i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            for (int j = 0; j < operation.ending().size(); j++) {
                var pointer = "/operations/" + i + (operation instanceof Merge ? "/sources/" + j : "/unit");
                var unit = operation.ending().get(j);
                if (pointers.putIfAbsent(unit, pointer) != null) {
                    problems.add(FieldError.at(pointer, "unit-ends-twice", unit));
                }
            }
        }
        return pointers;
    }

    private static Map<UUID, Unit> inOrder(Set<UUID> ids, Map<UUID, Unit> found) {
        var ordered = new LinkedHashMap<UUID, Unit>();
        ids.stream().filter(found::containsKey).forEach(id -> ordered.put(id, found.get(id)));
        return ordered;
    }

    private static void checkEnding(
            @org.jspecify.annotations.Nullable Unit unit,
            UUID id,
            LocalDate day,
            String pointer,
            List<FieldError> problems) {
        if (unit == null) {
            problems.add(FieldError.at(pointer, "unit-not-found", id));
        } else if (!unit.life().contains(day) || !unit.life().startsBefore(day)) {
            problems.add(FieldError.at(pointer, "unit-not-existing-then", unit.nameOn(day), day));
        } else if (unit.life().to() != null) {
            problems.add(FieldError.at(
                    pointer, "unit-ends-already", unit.nameOn(day), unit.life().to()));
        } else if (unit.hasFactsFrom(day)) {
            problems.add(FieldError.at(pointer, "unit-has-later-facts", unit.nameOn(day), day));
        }
    }

    private List<Plan.Child> children(Map<UUID, Unit> ending, Map<UUID, UUID> becomes, LocalDate day) {
        var children = new ArrayList<Plan.Child>();
        for (var child : units.everUnder(ending.keySet())) {
            if (!ending.containsKey(child.id())) {
                child.placements().stream()
                        .filter(place -> place.parent() != null
                                && ending.containsKey(place.parent())
                                && place.period().reaches(day))
                        .forEach(place -> children.add(
                                new Plan.Child(child, place.line(), place.parent(), becomes.get(place.parent()))));
            }
        }
        return children;
    }

    private static void checkChildren(
            List<Plan.Child> children,
            Map<UUID, Unit> ending,
            List<Merge> merges,
            Map<UUID, String> pointers,
            LocalDate day,
            List<FieldError> problems) {
        var linesOfResults = merges.stream()
                .collect(Collectors.toMap(
                        merge -> merge.result().requireId(),
                        merge -> merge.result().placementsOrNone().stream()
                                .map(NewPlacement::line)
                                .collect(Collectors.toSet()),
                        (first, _) -> first));
        for (var child : children) {
            var pointer = String.valueOf(pointers.get(child.from()));
            var name = child.unit().nameOn(day);
            if (child.to() == null) {
                problems.add(FieldError.at(pointer, "child-without-parent", name, child.line()));
            } else if (standsOn(ending.get(child.from()), child.line(), day)
                    && !linesOfResults.getOrDefault(child.to(), Set.of()).contains(child.line())) {
                problems.add(FieldError.at(pointer, "result-not-on-line", name, child.line()));
            }
        }
    }

    private static boolean standsOn(@org.jspecify.annotations.Nullable Unit unit, String line, LocalDate day) {
        return unit != null
                && unit.placements().stream()
                        .anyMatch(place ->
                                place.line().equals(line) && place.period().contains(day));
    }

    /** Every line on which something of the plan stands or stood: what the closure has to be made right for. */
    static Map<String, Set<UUID>> linesTouched(Plan plan, List<Unit> results) {
        var touched = new LinkedHashMap<String, Set<UUID>>();
        Stream.of(plan.ending().values().stream(), results.stream(), plan.moves().keySet().stream())
                .flatMap(all -> all)
                .forEach(unit -> unit.placements()
                        .forEach(place -> touched.computeIfAbsent(place.line(), _ -> new LinkedHashSet<>())
                                .add(unit.id())));
        return touched;
    }
}
