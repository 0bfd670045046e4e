package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.audit.Audit;

/** Where it is written down that work passed on. */
interface PassingTrace {
    void write(String entity, UUID id, WorkPassesOn.PassedOn passed);

    /** The audit trail. */
    @ApplicationScoped
    class InAudit implements PassingTrace {
        private final Audit audit;

        InAudit(Audit audit) {
            this.audit = audit;
        }

        @Override
        public void write(String entity, UUID id, WorkPassesOn.PassedOn passed) {
            audit.record("work.pass-on", entity, id, null, passed);
        }
    }
}
