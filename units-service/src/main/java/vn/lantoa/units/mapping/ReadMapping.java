package vn.lantoa.units.mapping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.mapping.MappingRow.Occasion;
import vn.lantoa.units.reorganisation.LegalDocument;

/** A mapping table of one document. */
@Schema(description = "A mapping table with the resolution that it carries out")
public record ReadMapping(
        @NotNull @Valid LegalDocument document,

        @Schema(description = "First day of the new order", examples = "2025-07-01") @NotNull
        LocalDate effectiveOn,

        @NotNull @Size(min = 1, max = 10_000) List<@NotNull @Valid MappingLine> rows,
        @Nullable @Size(min = 1, max = 1000) String remark) {
    List<MappingRow> numbered() {
        var occasion = new Occasion(document.number(), document.issuedBy(), document.signedOn(), effectiveOn);
        var numbered = new ArrayList<MappingRow>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            numbered.add(rows.get(i).row(i + 1, occasion));
        }
        return numbered;
    }
}
