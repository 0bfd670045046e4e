package vn.lantoa.units.machine;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.MachineClientGrantState;

/** One permission of a machine client. */
public record MachineClientGrantView(
        UUID id,
        @Schema(examples = "unit.read") String permission,
        @Nullable UUID unit,
        @Nullable String line,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String document) {
    MachineClientGrantState state() {
        return new MachineClientGrantState(id, permission, unit, line, validFrom, validTo);
    }
}
