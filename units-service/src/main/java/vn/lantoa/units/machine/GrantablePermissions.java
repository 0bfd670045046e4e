package vn.lantoa.units.machine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lantoa.access.MachinePermissions;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.sql.Query;

/** What another system may be granted: reading, and what this installation lists; never an act of a person. */
@ApplicationScoped
class GrantablePermissions {
    private final Set<String> listed;
    private final DataSource database;

    /** @param listed permissions to act that this installation allows other systems */
    GrantablePermissions(
            @ConfigProperty(name = "lantoa.machine-clients.permissions") Optional<Set<String>> listed,
            DataSource database) {
        this.listed = Set.copyOf(listed.orElse(Set.of()));
        this.database = database;
    }

    /** @throws Invalid 422 {@code permission-not-for-machines}, {@code unknown-permission}, {@code machine-grant-too-wide} */
    void require(GrantToMachineClient command) {
        var permission = command.permission();
        if (!MachinePermissions.isGrantable(permission, listed)) {
            throw new Invalid(
                    "permission-not-for-machines", FieldError.at("/permission", "permission-not-for-machines"));
        }
        if (Query.of("SELECT count(*) FROM role_permission WHERE permission = ?", permission)
                        .count(database)
                == 0) {
            throw new Invalid("unknown-permission", FieldError.at("/permission", "unknown-permission"));
        }
        if (MachinePermissions.isTooWide(permission, command.unit(), command.line())) {
            throw new Invalid("machine-grant-too-wide", FieldError.at("/unit", "machine-grant-too-wide"));
        }
    }
}
