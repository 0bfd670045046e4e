package vn.lantoa.units.line;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.codelist.Label;
import vn.lantoa.units.unit.Codes;

/** A further hierarchy. */
@Schema(description = "A hierarchy to define")
public record DefineLine(
        @Schema(examples = "CLUSTER") @NotNull @Pattern(regexp = Codes.CODE)
        String code,

        @NotNull @Valid Label label,

        @Schema(description = "Posts, memberships and grants on it are confidential; for good") @Nullable
        Boolean confidential,

        @Schema(description = "Whether only what the rules name may stand on it") @Nullable
        Boolean ruled,

        @Nullable @Size(max = 1000) List<@Valid @NotNull LineRule> rules) {}
