package vn.lantoa.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail of this service. One entry per change, in the transaction of the change. */
@ApplicationScoped
public class Audit {
    /**
     * @param action permission-like verb: {@code unit.register}, {@code campaign.launch}
     * @param entity kind of aggregate: {@code unit}
     * @param before state before (any record; null for a creation). Components annotated {@link vn.lantoa.privacy.Personal}
     *     enter only as ciphertext under the key of {@code person}
     * @param person whose personal data the states hold; null when none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            String action,
            String entity,
            UUID id,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable UUID person) {
        throw new UnsupportedOperationException("being written" + action + entity + id + before + after + person);
    }

    /** Without personal data. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String entity, UUID id, @Nullable Object before, @Nullable Object after) {
        record(action, entity, id, before, after, null);
    }
}
