package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

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
}
