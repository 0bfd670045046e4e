package vn.lantoa.units.relation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.audit.Audit;
import vn.lantoa.problems.FieldError;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/** A relation goes on with the heir of a unit that ends; without an heir, or where the heir has it already, it ends. */
@ApplicationScoped
class RelationsFollow implements UnitDependants {
    private static final String ENTITY = "unit-relation";

    private final UnitRelations relations;
    private final Audit audit;

    RelationsFollow(UnitRelations relations, Audit audit) {
        this.relations = relations;
        this.audit = audit;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Consequence> consequences(Succession succession) {
        return passages(succession).stream()
                .map(passage -> consequence(passage, succession))
                .toList();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void carryOut(Succession succession, Enactment enactment) {
        var passages = passages(succession);
        var begun = new ArrayList<UnitRelation>();
        for (var passage : passages) {
            var relation = passage.relation();
            var before = relation.state();
            if (passesOn(passage, succession.day())) {
                var heirs = passage.heirs().orElseThrow();
                relation.passOn(heirs.source(), heirs.target(), enactment.reorganisation(), enactment.at());
                audit.record("unit.relate", ENTITY, relation.id(), before, relation.state());
                continue;
            }
            relation.endBy(enactment.reorganisation(), succession.day(), enactment.at());
            audit.record("unit.relate", ENTITY, relation.id(), before, relation.state());
            passage.heirs()
                    .ifPresent(heirs -> begun.add(relation.goingOn(
                            heirs.source(),
                            heirs.target(),
                            enactment.reorganisation(),
                            succession.day(),
                            enactment.at())));
        }
        relations.flush();
        begun.forEach(relation -> {
            relations.persist(relation);
            audit.record("unit.relate", ENTITY, relation.id(), null, relation.state());
        });
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void annul(Succession succession, Enactment annulment) {
        for (var relation : relations.begunBy(annulment.reorganisation())) {
            audit.record("unit.relate", ENTITY, relation.id(), relation.state(), null);
            relations.delete(relation);
        }
        relations.flush();
        for (var relation : relations.movedBy(annulment.reorganisation())) {
            var before = relation.state();
            relation.comeBack(annulment.at());
            audit.record("unit.relate", ENTITY, relation.id(), before, relation.state());
        }
        for (var relation : relations.endedBy(annulment.reorganisation())) {
            var before = relation.state();
            relation.goOn(annulment.at());
            audit.record("unit.relate", ENTITY, relation.id(), before, relation.state());
        }
    }

    private record Ends(UUID source, UUID target) {}

    private record Passage(UnitRelation relation, Optional<Ends> heirs) {}

    private record Held(String kind, UUID source, UUID target) {}

    /** What becomes of each relation of the ending units; of several that fall together the first goes on. */
    private List<Passage> passages(Succession succession) {
        var taken = new HashSet<Held>();
        var passages = new ArrayList<Passage>();
        var touched = relations.reaching(succession.ending(), succession.day());
        var heirs = touched.stream()
                .flatMap(relation -> heirs(relation, succession).stream())
                .flatMap(ends -> List.of(ends.source(), ends.target()).stream())
                .distinct()
                .toList();
        relations.reaching(heirs, succession.day()).stream()
                .filter(relation -> !succession.ending().contains(relation.source())
                        && !succession.ending().contains(relation.target()))
                .forEach(relation -> taken.add(new Held(relation.kind(), relation.source(), relation.target())));
        for (var relation : touched) {
            var ends = heirs(relation, succession)
                    .filter(it -> !it.source().equals(it.target()))
                    .filter(it -> taken.add(new Held(relation.kind(), it.source(), it.target())));
            passages.add(new Passage(relation, ends));
        }
        return passages;
    }

    private static Optional<Ends> heirs(UnitRelation relation, Succession succession) {
        return heir(relation.source(), succession)
                .flatMap(source -> heir(relation.target(), succession).map(target -> new Ends(source, target)));
    }

    private static Optional<UUID> heir(UUID unit, Succession succession) {
        return succession.ending().contains(unit) ? succession.heirOf(unit) : Optional.of(unit);
    }

    private static Consequence consequence(Passage passage, Succession succession) {
        var relation = passage.relation();
        var sourceEnds = succession.ending().contains(relation.source());
        var at = sourceEnds ? relation.source() : relation.target();
        if (beginsLater(relation, succession.day()) && !passesOn(passage, succession.day())) {
            var problem = FieldError.at("", "relation-begins-later", relation.id());
            return new Consequence(
                    ENTITY, relation.id(), Consequence.Effect.REFUSES, at, null, null, relation.kind(), problem);
        }
        return passage.heirs()
                .map(ends -> new Consequence(
                        ENTITY,
                        relation.id(),
                        Consequence.Effect.MOVES,
                        at,
                        sourceEnds ? ends.source() : ends.target(),
                        null,
                        relation.kind(),
                        null))
                .orElseGet(() -> new Consequence(
                        ENTITY, relation.id(), Consequence.Effect.ENDS, at, null, null, relation.kind(), null));
    }

    private static boolean passesOn(Passage passage, LocalDate day) {
        return passage.heirs().isPresent() && passage.relation().wasHandedOnThatDay(day);
    }

    private static boolean beginsLater(UnitRelation relation, LocalDate day) {
        return !relation.period().startsBefore(day);
    }
}
