package vn.lantoa.units.administration;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import vn.lantoa.audit.sealing.AuditCommands;
import vn.lantoa.privacy.KeyCommands;
import vn.lantoa.schema.SchemaCommands;

/** Starts the service; or, with a command, does that one thing and ends. */
@QuarkusMain
public final class UnitsApplication {
    /** A command serves nobody: no port is opened, nothing is sent, no token is checked. */
    private static final List<String> SWITCHED_OFF =
            List.of("quarkus.http.host-enabled", "lantoa.relay.enabled", "quarkus.oidc.tenant-enabled");

    private UnitsApplication() {}

    public static void main(String... arguments) {
        AuditCommands.handle("units", arguments).ifPresent(System::exit);
        SchemaCommands.handle(arguments).ifPresent(System::exit);
        KeyCommands.handle(arguments).ifPresent(System::exit);
        if (arguments.length > 0) {
            SWITCHED_OFF.forEach(property -> System.setProperty(property, "false"));
        }
        Quarkus.run(Commands.class, arguments);
    }
}
