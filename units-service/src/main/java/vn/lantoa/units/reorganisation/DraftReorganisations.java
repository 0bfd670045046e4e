package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.ReorganisationDrafted;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.period.Period;

/** Drafts, changes and drops reorganisations that are not enacted. Every result gets its id here. */
@ApplicationScoped
class DraftReorganisations {
    private final Reorganisations reorganisations;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    DraftReorganisations(Reorganisations reorganisations, Audit audit, Outbox outbox, Caller caller, Clock clock) {
        this.reorganisations = reorganisations;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Reorganisation draft(DraftReorganisation command) {
        var content = checked(new ChangeReorganisation(
                command.document(), command.effectiveOn(), command.operations(), command.remark()));
        var reorganisation = Reorganisation.draft(Ids.orNext(command.id()), content, clock.instant());
        reorganisations.persistAndFlush(reorganisation);
        write("reorganisation.draft", null, reorganisation);
        return reorganisation;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void change(Reorganisation reorganisation, ChangeReorganisation content) {
        var before = reorganisation.content();
        reorganisation.change(checked(content), clock.instant());
        reorganisations.flush();
        write("reorganisation.change", before, reorganisation);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void drop(Reorganisation reorganisation) {
        reorganisation.requireDraft();
        audit.record("reorganisation.drop", "reorganisation", reorganisation.id(), reorganisation.content(), null);
        var state = reorganisation.state();
        var dropped = new vn.lantoa.events.units.ReorganisationState(
                state.id(),
                state.documentNumber(),
                state.issuedBy(),
                state.effectiveOn(),
                "DROPPED",
                List.of(),
                List.of());
        outbox.publish(new ReorganisationDrafted(reorganisation.id(), act("reorganisation.drop"), dropped));
        reorganisations.delete(reorganisation);
    }

    private static ChangeReorganisation checked(ChangeReorganisation content) {
        Period.requireSane(content.effectiveOn(), "/effectiveOn");
        Period.requireSane(content.document().signedOn(), "/document/signedOn");
        var operations = content.operations().stream()
                .map(operation -> switch (operation) {
                    case Merge merge ->
                        new Merge(
                                merge.sources(),
                                merge.result().withId(Ids.orNext(merge.result().id())));
                    case Dissolve dissolve -> (Operation) dissolve;
                })
                .toList();
        return new ChangeReorganisation(content.document(), content.effectiveOn(), operations, content.remark());
    }

    private void write(String action, @Nullable ChangeReorganisation before, Reorganisation reorganisation) {
        audit.record(action, "reorganisation", reorganisation.id(), before, reorganisation.content());
        outbox.publish(new ReorganisationDrafted(reorganisation.id(), act(action), reorganisation.state()));
    }

    private Act act(String action) {
        return new Act(action, clock.instant(), caller.person().orElse(null), null);
    }
}
