package vn.lantoa.campaigns.administration;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import vn.lantoa.audit.sealing.AuditCommands;
import vn.lantoa.privacy.KeyCommands;
import vn.lantoa.schema.SchemaCommands;

/** Starts the service; or, with a command, does that one thing and ends. */
@QuarkusMain
public final class CampaignsApplication {
    private CampaignsApplication() {}

    public static void main(String... arguments) {
        AuditCommands.handle("campaigns", arguments).ifPresent(System::exit);
        KeyCommands.handle(arguments).ifPresent(System::exit);
        SchemaCommands.main(Quarkus::run, arguments);
    }
}
