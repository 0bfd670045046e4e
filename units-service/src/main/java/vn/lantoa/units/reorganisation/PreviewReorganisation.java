package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import vn.lantoa.problems.FieldError;
import vn.lantoa.rest.ProblemTexts;
import vn.lantoa.rest.RequestInfo;
import vn.lantoa.units.reorganisation.ReorganisationPreview.AffectedGrant;
import vn.lantoa.units.reorganisation.ReorganisationPreview.AffectedIdentifier;
import vn.lantoa.units.reorganisation.ReorganisationPreview.AffectedPost;
import vn.lantoa.units.reorganisation.ReorganisationPreview.AffectedUnit;
import vn.lantoa.units.reorganisation.ReorganisationPreview.MovedChild;
import vn.lantoa.units.reorganisation.ReorganisationPreview.PlanProblem;

/** Shows a plan to people. */
@ApplicationScoped
class PreviewReorganisation {
    private final PlanReorganisation planning;
    private final ProblemTexts texts;
    private final RequestInfo request;

    PreviewReorganisation(PlanReorganisation planning, ProblemTexts texts, RequestInfo request) {
        this.planning = planning;
        this.texts = texts;
        this.request = request;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ReorganisationPreview preview(Reorganisation reorganisation) {
        reorganisation.requireDraft();
        var plan = planning.plan(reorganisation);
        return new ReorganisationPreview(
                reorganisation.id(),
                reorganisation.version(),
                plan.day(),
                plan.problems().isEmpty(),
                ending(plan),
                plan.merges().stream()
                        .map(Merge::result)
                        .map(result -> new AffectedUnit(result.requireId(), result.name(), result.kind()))
                        .toList(),
                children(plan, true),
                children(plan, false),
                freed(plan),
                plan.merges().stream()
                        .map(Merge::result)
                        .flatMap(result -> result.identifiersOrNone().stream()
                                .map(code -> new AffectedIdentifier(
                                        code.schemeOrDefault(), code.value(), result.requireId())))
                        .toList(),
                plan.posts().stream()
                        .map(post -> new AffectedPost(post.id(), post.person(), post.unit()))
                        .toList(),
                plan.grants().stream()
                        .map(grant -> new AffectedGrant(
                                grant.id(), grant.person(), Objects.requireNonNull(grant.unit()), grant.role()))
                        .toList(),
                plan.problems().stream().map(this::problem).toList());
    }

    private static List<AffectedUnit> ending(Plan plan) {
        return plan.ending().values().stream()
                .map(unit -> {
                    var last = unit.versionNear(plan.day());
                    return new AffectedUnit(unit.id(), last.name(), last.kind());
                })
                .toList();
    }

    private static List<MovedChild> children(Plan plan, boolean moved) {
        return plan.children().stream()
                .filter(child -> (child.to() != null) == moved)
                .map(child -> new MovedChild(
                        child.unit().id(), child.unit().nameOn(plan.day()), child.line(), child.from(), child.to()))
                .toList();
    }

    private static List<AffectedIdentifier> freed(Plan plan) {
        return plan.ending().values().stream()
                .flatMap(unit -> unit.identifiers().stream()
                        .filter(code -> code.period().contains(plan.day()))
                        .map(code -> new AffectedIdentifier(code.scheme(), code.value(), unit.id())))
                .toList();
    }

    private PlanProblem problem(FieldError error) {
        return new PlanProblem(
                error.pointer(), error.code(), texts.field(error.code(), error.args(), request.locale()));
    }
}
