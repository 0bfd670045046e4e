package vn.lantoa.units.bulk;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of the file with what is wrong in it. */
public record RowErrorView(
        @Schema(description = "Row of the sheet; the heading is row 1", examples = "17")
        int row,

        List<CellErrorView> errors) {
    /** What is wrong in a cell, or with the row as a whole. */
    public record CellErrorView(
            @Schema(examples = "identityNumber") @Nullable String column,
            @Schema(examples = "pattern") String code,
            @Schema(examples = "Không đúng mẫu.") String detail) {}
}
