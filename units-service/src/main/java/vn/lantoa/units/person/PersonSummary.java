package vn.lantoa.units.person;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** A row of the list of persons. */
public record PersonSummary(
        UUID id,
        PersonKind kind,

        @PersonalData("NAME") @Schema(examples = "Nông Thị Hoa")
        String name,

        @Schema(description = "The record that this one was merged into; that one is not listed but with updatedSince")
        @Nullable
        UUID mergedInto,

        long version,
        Instant updatedAt) {
    static PersonSummary of(Person person) {
        return new PersonSummary(
                person.id(), person.kind(), person.name(), person.mergedInto(), person.version(), person.updatedAt());
    }
}
