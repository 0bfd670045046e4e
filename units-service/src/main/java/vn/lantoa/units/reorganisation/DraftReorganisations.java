package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.ReorganisationDrafted;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.period.Period;

/** Drafts, changes and drops reorganisations that are not enacted. Every result gets its id here. */
@ApplicationScoped
class DraftReorganisations {
    private static final String DRAFT = "reorganisation.draft";

    private final Reorganisations reorganisations;
    private final Claims claims;
    private final Audit audit;
    private final TellReorganisation announcing;
    private final Caller caller;
    private final Clock clock;

    DraftReorganisations(
            Reorganisations reorganisations,
            Claims claims,
            TellReorganisation announcing,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.reorganisations = reorganisations;
        this.claims = claims;
        this.audit = audit;
        this.announcing = announcing;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Reorganisation draft(DraftReorganisation command) {
        var reorganisation = kept(command);
        write(DRAFT, null, reorganisation);
        return reorganisation;
    }

    /** As {@link #draft}, after the request of the account that asked for it is over. */
    @Transactional(Transactional.TxType.MANDATORY)
    Reorganisation draftFor(DraftReorganisation command, String account, @Nullable UUID person) {
        var reorganisation = kept(command);
        audit.recordFor(account, person, null, DRAFT, "reorganisation", reorganisation.id(), reorganisation.content());
        announcing.tell(reorganisation, new Act(DRAFT, clock.instant(), person, null), ReorganisationDrafted::new);
        return reorganisation;
    }

    private Reorganisation kept(DraftReorganisation command) {
        var content = checked(new ChangeReorganisation(
                command.document(), command.effectiveOn(), command.operations(), command.remark()));
        var reorganisation = Reorganisation.draft(Ids.orNext(command.id()), content, clock.instant());
        reorganisations.persistAndFlush(reorganisation);
        claims.write(reorganisation.id(), content.operations());
        return reorganisation;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void change(Reorganisation reorganisation, ChangeReorganisation content) {
        var before = reorganisation.content();
        reorganisation.change(checked(content), clock.instant());
        reorganisations.flush();
        claims.write(reorganisation.id(), reorganisation.operations());
        write("reorganisation.change", before, reorganisation);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void drop(Reorganisation reorganisation) {
        reorganisation.requireDraft();
        audit.record("reorganisation.drop", "reorganisation", reorganisation.id(), reorganisation.content(), null);
        announcing.tellDropped(reorganisation, act("reorganisation.drop"), ReorganisationDrafted::new);
        reorganisations.delete(reorganisation);
    }

    private static ChangeReorganisation checked(ChangeReorganisation content) {
        Period.requireSane(content.effectiveOn(), "/effectiveOn");
        Period.requireSane(content.document().signedOn(), "/document/signedOn");
        var operations =
                content.operations().stream().map(Operation::identified).toList();
        return new ChangeReorganisation(content.document(), content.effectiveOn(), operations, content.remark());
    }

    private void write(String action, @Nullable ChangeReorganisation before, Reorganisation reorganisation) {
        audit.record(action, "reorganisation", reorganisation.id(), before, reorganisation.content());
        announcing.tell(reorganisation, act(action), ReorganisationDrafted::new);
    }

    private Act act(String action) {
        return new Act(action, clock.instant(), caller.person().orElse(null), null);
    }
}
