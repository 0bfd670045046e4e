package vn.lantoa.access.token;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Refuses to start a service that would face people with secrets everybody knows or with an identity provider for trying out. */
@Singleton
class ProductionGuard {
    private static final Logger LOG = Logger.getLogger(ProductionGuard.class);
    private static final int BEFORE_EVERYTHING = 1;

    void check(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent start, Installation installation, Config config) {
        if (!installation.isBuilt()) {
            return;
        }
        var rules = new ProductionRules(name -> config.getOptionalValue(name, String.class));
        List<String> findings = rules.findings(installation.kind());
        if (!findings.isEmpty()) {
            findings.forEach(finding -> LOG.errorf("Refused to start: %s", finding));
            throw new IllegalStateException("refused to start: " + String.join("; ", findings));
        }
    }
}
