package vn.lantoa.units.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code ESTABLISH}: a new unit begins; others may have given parts of themselves. */
@Schema(description = "kind ESTABLISH: a new unit begins, perhaps from parts of others that are named in `from`")
public record Establish(
        @NotNull @Valid NewUnit unit,

        @Schema(description = "Units that cede a part to it") @Nullable @Size(max = 200)
        List<@NotNull UUID> from)
        implements Operation {
    @Override
    public String way() {
        return "ESTABLISH";
    }

    @Override
    public Operation identified() {
        return new Establish(unit.identified(), from);
    }

    @Override
    public List<NewUnit> beginning() {
        return List.of(unit);
    }

    @Override
    public List<UUID> changing() {
        return from == null ? List.of() : from;
    }

    @Override
    public void act(World world) {
        for (int i = 0; i < changing().size(); i++) {
            var ceding = changing().get(i);
            if (world.stoodBefore(ceding, "/from/" + i)) {
                world.becomes(ceding, unit.requireId(), "ESTABLISH", Portion.PART, null, "/from/" + i);
            }
        }
    }
}
