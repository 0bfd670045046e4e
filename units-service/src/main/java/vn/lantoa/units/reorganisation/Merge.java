package vn.lantoa.units.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code MERGE}: the sources end, a new unit begins, what stood under them stands under it. */
@Schema(description = "kind MERGE: the sources end and become one new unit")
public record Merge(
        @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> sources,
        @NotNull @Valid NewUnit result) implements Operation {
    @Override
    public List<UUID> ending() {
        return sources;
    }

    @Override
    public List<UUID> beginning() {
        return Stream.ofNullable(result.id()).toList();
    }
}
