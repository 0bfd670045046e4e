package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.LineageLink;
import vn.lantoa.events.units.ReorganisationEnacted;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitEnded;
import vn.lantoa.events.units.UnitEstablished;
import vn.lantoa.events.units.UnitReplaced;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.Conflict;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.person.Posts;
import vn.lantoa.units.role.RoleGrants;
import vn.lantoa.units.unit.Lineages;
import vn.lantoa.units.unit.Lines;
import vn.lantoa.units.unit.Unit;
import vn.lantoa.units.unit.UnitJournal;
import vn.lantoa.units.unit.Units;

/**
 * Carries out a reorganisation in one transaction, all or nothing. First everything ends and leaves, then everything begins:
 * codes and places are free when they are taken.
 */
@ApplicationScoped
class EnactReorganisation {
    private static final String ACTION = "reorganisation.enact";

    private final PlanReorganisation planning;
    private final Units units;
    private final Lines lines;
    private final Lineages lineages;
    private final Posts posts;
    private final RoleGrants grants;
    private final UnitJournal journal;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    EnactReorganisation(
            PlanReorganisation planning,
            Units units,
            Lines lines,
            Lineages lineages,
            Posts posts,
            RoleGrants grants,
            UnitJournal journal,
            Audit audit,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.planning = planning;
        this.units = units;
        this.lines = lines;
        this.lineages = lineages;
        this.posts = posts;
        this.grants = grants;
        this.journal = journal;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** To be called with every line locked. @throws Conflict 409 {@code reorganisation-does-not-fit} with every problem */
    @Transactional(Transactional.TxType.MANDATORY)
    void enact(Reorganisation reorganisation) {
        reorganisation.requireDraft();
        var plan = planning.plan(reorganisation);
        if (!plan.problems().isEmpty()) {
            throw new Conflict("reorganisation-does-not-fit", plan.problems());
        }
        var now = clock.instant();
        var by = caller.person().orElse(null);
        var before = states(plan);
        var vacancies = end(plan, now);
        endRights(plan, by, now, reorganisation.document().number());
        units.flush();
        var results = begin(plan, now);
        vacancies.forEach(vacancy -> vacancy.unit().place(vacancy.line(), vacancy.parent(), vacancy.period(), now));
        units.flush();
        var auditedBefore = reorganisation.state();
        lineages.add(links(plan, reorganisation.id()));
        lines.settle(PlanReorganisation.linesTouched(plan, results));
        reorganisation.enact(now);
        announce(plan, results, before, reorganisation);
        var event =
                new ReorganisationEnacted(reorganisation.id(), new Act(ACTION, now, by, null), reorganisation.state());
        audit.record(ACTION, "reorganisation", reorganisation.id(), auditedBefore, reorganisation.state());
        outbox.publish(event);
    }

    private record Vacant(Unit unit, String line, UUID parent, Period period) {}

    private static List<Vacant> end(Plan plan, Instant now) {
        plan.ending().values().forEach(unit -> unit.end(plan.day(), now));
        var vacant = new ArrayList<Vacant>();
        plan.moves()
                .forEach((child, parents) -> parents.forEach((from, to) -> child.leaveParent(from, plan.day(), now)
                        .forEach(vacancy -> vacant.add(new Vacant(child, vacancy.line(), to, vacancy.period())))));
        return vacant;
    }

    /** Nobody holds a post at a unit that is no more, or a role over it. */
    private void endRights(Plan plan, @Nullable UUID by, Instant now, String reason) {
        plan.posts().forEach(post -> posts.end(post, plan.day(), now, reason));
        plan.grants().forEach(grant -> grants.end(grant, plan.day(), by, now, reason));
    }

    private List<Unit> begin(Plan plan, Instant now) {
        var life = new Period(plan.day(), null);
        var results = new ArrayList<Unit>();
        for (var merge : plan.merges()) {
            var result = merge.result();
            var unit = Unit.begin(
                    result.requireId(),
                    life,
                    result.name(),
                    result.shortName(),
                    result.kind(),
                    result.sector(),
                    result.remark(),
                    now);
            result.placementsOrNone().forEach(place -> unit.place(place.line(), place.parent(), life, now));
            result.identifiersOrNone().forEach(code -> unit.bear(code.schemeOrDefault(), code.value(), life, now));
            units.persist(unit);
            results.add(unit);
        }
        return results;
    }

    private static List<Lineages.Link> links(Plan plan, UUID reorganisation) {
        var links = new ArrayList<Lineages.Link>();
        for (var operation : plan.operations()) {
            switch (operation) {
                case Merge merge -> {
                    var result = merge.result().requireId();
                    var terms = new LineageLink(result, "MERGE", "WHOLE", plan.day(), reorganisation);
                    merge.sources().forEach(source -> links.add(new Lineages.Link(source, result, terms)));
                }
                case Dissolve dissolve -> {
                    var successors = dissolve.successorsOrNone();
                    var portion = successors.size() == 1 ? "WHOLE" : "PART";
                    successors.forEach(successor -> links.add(new Lineages.Link(
                            dissolve.unit(),
                            successor,
                            new LineageLink(successor, "DISSOLVE", portion, plan.day(), reorganisation))));
                }
            }
        }
        return links;
    }

    private Map<UUID, UnitState> states(Plan plan) {
        var touched = new ArrayList<>(plan.ending().values());
        touched.addAll(plan.moves().keySet());
        return states(touched);
    }

    private Map<UUID, UnitState> states(List<Unit> all) {
        var neighbours = lineages.of(all.stream().map(Unit::id).toList());
        var states = new LinkedHashMap<UUID, UnitState>();
        for (var unit : all) {
            var links = neighbours.getOrDefault(unit.id(), Lineages.Neighbours.NONE);
            states.put(unit.id(), unit.state(links.predecessors(), links.successors()));
        }
        return states;
    }

    private void announce(Plan plan, List<Unit> results, Map<UUID, UnitState> before, Reorganisation reorganisation) {
        var all = new ArrayList<>(plan.ending().values());
        all.addAll(results);
        all.addAll(plan.moves().keySet());
        var after = states(all);
        var change = new UnitChange(
                ACTION,
                plan.day(),
                reorganisation.id(),
                reorganisation.document().number());
        for (var unit : results) {
            journal.write(ACTION, null, new UnitEstablished(unit.id(), change, state(after, unit)));
        }
        for (var unit : plan.ending().values()) {
            journal.write(ACTION, before.get(unit.id()), new UnitEnded(unit.id(), change, state(after, unit)));
        }
        for (var unit : plan.moves().keySet()) {
            journal.write(ACTION, before.get(unit.id()), new UnitReplaced(unit.id(), change, state(after, unit)));
        }
    }

    private static UnitState state(Map<UUID, UnitState> states, Unit unit) {
        return java.util.Objects.requireNonNull(states.get(unit.id()));
    }
}
