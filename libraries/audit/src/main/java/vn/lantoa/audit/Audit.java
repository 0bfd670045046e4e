package vn.lantoa.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalJson;
import vn.lantoa.rest.CurrentRequest;

/** The audit trail of this service. One entry per change, in the transaction of the change. */
@ApplicationScoped
public class Audit {
    private final AuditTable table;
    private final PersonalJson json;
    private final CurrentRequest request;
    private final Actor actor;
    private final AuditTexts texts;
    private final boolean textsRequired;

    Audit(
            AuditTable table,
            PersonalJson json,
            CurrentRequest request,
            Actor actor,
            AuditTexts texts,
            @ConfigProperty(name = "lantoa.audit.texts-required", defaultValue = "false") boolean textsRequired) {
        this.texts = texts;
        this.textsRequired = textsRequired;
        this.table = table;
        this.json = json;
        this.request = request;
        this.actor = actor;
    }

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
        requireTexts(action, entity);
        var change = new Change(action, entity, id, written(before, person), written(after, person), person);
        table.insert(request.info().map(it -> Origin.of(actor, it)).orElseGet(Origin::system), change);
    }

    /** Without personal data. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String entity, UUID id, @Nullable Object before, @Nullable Object after) {
        record(action, entity, id, before, after, null);
    }

    /**
     * For work that goes on after the request that asked for it, without personal data.
     *
     * @param account who asked for it
     * @param by the person behind the account then
     * @param asked id of the request in which it was asked for
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordFor(
            String account,
            @Nullable UUID by,
            @Nullable UUID asked,
            String action,
            String entity,
            UUID id,
            @Nullable Object after) {
        requireTexts(action, entity);
        var change = new Change(action, entity, id, null, written(after, null), null);
        table.insert(new Origin(account, by, null, asked, null), change);
    }

    /** One aggregate among many that an act changed; without personal data. */
    public record Entry(
            UUID id, @Nullable Object before, @Nullable Object after) {}

    /** As {@link #record} for each, in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(String action, String entity, List<Entry> entries) {
        requireTexts(action, entity);
        var changes = entries.stream()
                .map(entry -> new Change(
                        action, entity, entry.id(), written(entry.before(), null), written(entry.after(), null), null))
                .toList();
        table.insertAll(request.info().map(it -> Origin.of(actor, it)).orElseGet(Origin::system), changes);
    }

    /** In tests: an inspector is to understand every entry, so one that nobody wrote words for is not written. */
    private void requireTexts(String action, String entity) {
        if (textsRequired && !texts.tells(action, entity)) {
            throw new IllegalStateException(
                    "META-INF/lantoa/audit_vi.properties and audit_en.properties have no words for " + action
                            + " or entity." + entity);
        }
    }

    private @Nullable String written(@Nullable Object state, @Nullable UUID person) {
        return state == null ? null : json.write(state, person);
    }
}
