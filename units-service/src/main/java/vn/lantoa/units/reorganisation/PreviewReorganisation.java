package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.lantoa.problems.FieldError;
import vn.lantoa.rest.ProblemTexts;
import vn.lantoa.rest.RequestInfo;
import vn.lantoa.units.reorganisation.ReorganisationPreview.AffectedFact;
import vn.lantoa.units.reorganisation.ReorganisationPreview.AffectedGrant;
import vn.lantoa.units.reorganisation.ReorganisationPreview.AffectedIdentifier;
import vn.lantoa.units.reorganisation.ReorganisationPreview.AffectedPost;
import vn.lantoa.units.reorganisation.ReorganisationPreview.AffectedUnit;
import vn.lantoa.units.reorganisation.ReorganisationPreview.ChangedUnit;
import vn.lantoa.units.reorganisation.ReorganisationPreview.MovedChild;
import vn.lantoa.units.reorganisation.ReorganisationPreview.NewLineage;
import vn.lantoa.units.reorganisation.ReorganisationPreview.PlanProblem;
import vn.lantoa.units.reorganisation.ReorganisationPreview.Tally;
import vn.lantoa.units.reorganisation.UnitChanges.NextVersion;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.unit.Unit;

/** Shows a plan to people. */
@ApplicationScoped
class PreviewReorganisation {
    private static final int MOST_FACTS = 1000;

    private final PlanReorganisation planning;
    private final Claims claims;
    private final ProblemTexts texts;
    private final RequestInfo request;

    PreviewReorganisation(PlanReorganisation planning, Claims claims, ProblemTexts texts, RequestInfo request) {
        this.planning = planning;
        this.claims = claims;
        this.texts = texts;
        this.request = request;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ReorganisationPreview preview(Reorganisation reorganisation) {
        reorganisation.requireDraft();
        var plan = planning.plan(reorganisation);
        var world = plan.world();
        return new ReorganisationPreview(
                reorganisation.id(),
                reorganisation.version(),
                plan.fingerprint(),
                world.day(),
                plan.fits(),
                ending(world),
                world.beginning().stream()
                        .map(World.Beginning::unit)
                        .map(unit -> new AffectedUnit(unit.requireId(), unit.name(), unit.kind()))
                        .toList(),
                world.changes().stream().map(changes -> changed(changes, world)).toList(),
                lineage(world),
                children(plan, true),
                children(plan, false),
                freed(world),
                taken(world),
                posts(plan),
                grants(plan),
                tally(plan),
                facts(plan),
                claims.conflicts(reorganisation.id()),
                world.problems().stream().map(this::problem).toList());
    }

    private static List<AffectedUnit> ending(World world) {
        return world.ending().stream()
                .map(unit -> {
                    var last = unit.versionNear(world.day());
                    return new AffectedUnit(unit.id(), last.name(), last.kind());
                })
                .toList();
    }

    private static ChangedUnit changed(UnitChanges changes, World world) {
        var before = changes.unit().versionNear(world.day());
        var next = changes.version();
        var after = next == null ? NextVersion.of(before) : next;
        var places = new ArrayList<NewPlacement>();
        changes.places().forEach((line, place) -> places.add(new NewPlacement(line, place.parent())));
        var codes = new ArrayList<NewIdentifier>();
        changes.codes().forEach((scheme, code) -> {
            var value = code.value();
            if (value != null) {
                codes.add(new NewIdentifier(scheme, value));
            }
        });
        return new ChangedUnit(
                changes.unit().id(),
                before.name(),
                after.name(),
                before.kind(),
                after.kind(),
                after.sector(),
                places,
                codes);
    }

    private static List<NewLineage> lineage(World world) {
        return world.links().stream()
                .map(link -> new NewLineage(
                        link.predecessor(),
                        link.successor(),
                        link.terms().kind(),
                        Portion.valueOf(link.terms().portion()),
                        link.terms().share()))
                .toList();
    }

    private static List<MovedChild> children(Plan plan, boolean moved) {
        var day = plan.world().day();
        return plan.moves().stream()
                .filter(move -> (move.to() != null) == moved)
                .map(move -> new MovedChild(
                        move.child().id(), move.child().nameOn(day), move.line(), move.from(), move.to()))
                .toList();
    }

    private static List<AffectedIdentifier> freed(World world) {
        var ofEnding = world.ending().stream().flatMap(unit -> codes(unit, world));
        var ofChanging = world.changes().stream()
                .flatMap(changes -> codes(changes.unit(), world)
                        .filter(code -> changes.codes().containsKey(code.scheme())));
        return Stream.concat(ofEnding, ofChanging).toList();
    }

    private static Stream<AffectedIdentifier> codes(Unit unit, World world) {
        return unit.identifiers().stream()
                .filter(code -> code.period().contains(world.day()))
                .map(code -> new AffectedIdentifier(code.scheme(), code.value(), unit.id()));
    }

    private static List<AffectedIdentifier> taken(World world) {
        var taken = new ArrayList<AffectedIdentifier>();
        world.beginning()
                .forEach(begun -> begun.unit()
                        .identifiersOrNone()
                        .forEach(code -> taken.add(new AffectedIdentifier(
                                code.schemeOrDefault(),
                                code.value(),
                                begun.unit().requireId()))));
        world.changes()
                .forEach(changes -> changes.codes().forEach((scheme, code) -> {
                    var value = code.value();
                    if (value != null) {
                        taken.add(new AffectedIdentifier(
                                scheme, value, changes.unit().id()));
                    }
                }));
        return taken;
    }

    private static List<AffectedPost> posts(Plan plan) {
        return plan.consequences().stream()
                .filter(fact -> fact.kind().equals("post") && fact.person() != null)
                .limit(MOST_FACTS)
                .map(fact -> new AffectedPost(
                        fact.id(), Objects.requireNonNull(fact.person()), fact.unit(), fact.effect(), fact.to()))
                .toList();
    }

    private static List<AffectedGrant> grants(Plan plan) {
        return plan.consequences().stream()
                .filter(fact -> fact.kind().equals("role-grant"))
                .limit(MOST_FACTS)
                .map(fact -> new AffectedGrant(
                        fact.id(),
                        Objects.requireNonNull(fact.person()),
                        fact.unit(),
                        Objects.requireNonNull(fact.what()),
                        fact.effect(),
                        fact.to()))
                .toList();
    }

    private static List<Tally> tally(Plan plan) {
        var counts = new LinkedHashMap<Tally, Long>();
        plan.consequences()
                .forEach(fact ->
                        counts.merge(new Tally(fact.kind(), fact.effect(), fact.unit(), fact.to(), 0), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new Tally(
                        entry.getKey().fact(),
                        entry.getKey().effect(),
                        entry.getKey().unit(),
                        entry.getKey().to(),
                        entry.getValue()))
                .toList();
    }

    private static List<AffectedFact> facts(Plan plan) {
        return plan.consequences().stream()
                .limit(MOST_FACTS)
                .map(PreviewReorganisation::fact)
                .toList();
    }

    private static AffectedFact fact(Consequence fact) {
        return new AffectedFact(
                fact.kind(), fact.id(), fact.effect(), fact.unit(), fact.to(), fact.person(), fact.what());
    }

    private PlanProblem problem(FieldError error) {
        return new PlanProblem(
                error.pointer(), error.code(), texts.field(error.code(), error.args(), request.locale()));
    }
}
