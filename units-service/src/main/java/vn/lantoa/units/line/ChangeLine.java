package vn.lantoa.units.line;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.units.codelist.Label;

/** What of a line can change (merge patch): its words, whether it is ruled, and all of its rules at once. */
@Schema(description = "Merge patch of a line; rules, when given, replace all rules")
public record ChangeLine(
        @NotNull @Valid Label label,

        @Schema(description = "Whether only what the rules name may stand on it")
        boolean ruled,

        @NotNull @Size(max = 1000) List<@Valid @NotNull LineRule> rules) {}
