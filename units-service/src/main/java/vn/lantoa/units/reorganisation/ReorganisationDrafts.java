package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes drafts that others have put together. */
@ApplicationScoped
public class ReorganisationDrafts {
    private final DraftReorganisations drafting;

    ReorganisationDrafts(DraftReorganisations drafting) {
        this.drafting = drafting;
    }

    /** @return the id of the draft */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID draft(DraftReorganisation command) {
        return drafting.draft(command).id();
    }

    /**
     * For work that goes on after the request that asked for it.
     *
     * @param account who asked for it
     * @param person behind the account
     * @return the id of the draft
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID draftFor(DraftReorganisation command, String account, @Nullable UUID person) {
        return drafting.draftFor(command, account, person).id();
    }
}
