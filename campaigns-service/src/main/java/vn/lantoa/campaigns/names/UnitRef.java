package vn.lantoa.campaigns.names;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.knownunits.KnownUnits.KnownUnit;

/**
 * A unit as it was called on the day asked for.
 *
 * @param name null while its event has not come yet
 * @param existing whether it existed on that day
 * @param successors who stands for it on that day when it no longer exists; only in single views
 */
public record UnitRef(
        UUID id,

        @Schema(examples = "Sở Nội vụ tỉnh Cao Bằng") @Nullable
        String name,

        boolean existing,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UnitRef> successors) {

    public static UnitRef of(KnownUnit unit) {
        return new UnitRef(unit.id(), unit.name(), unit.existing(), List.of());
    }

    public UnitRef withSuccessors(List<UnitRef> standingForIt) {
        return new UnitRef(id, name, existing, standingForIt);
    }
}
