package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.audit.Audit;
import vn.lantoa.outbox.OperatorJournal;

/** What operators do stands in the audit trail like everything else. */
@ApplicationScoped
class AuditedOperators implements OperatorJournal {
    private final Audit audit;

    AuditedOperators(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void record(String action, String entity, UUID id, Object what) {
        audit.record(action, entity, id, null, what);
    }
}
