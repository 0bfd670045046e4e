package vn.lantoa.units.mapping;

import java.util.List;
import vn.lantoa.problems.FieldError;
import vn.lantoa.units.bulk.RowError;

/**
 * Why a row is unresolved or ambiguous.
 *
 * @param code its text stands in the bundles under {@code field.<code>}
 */
record RowProblem(int row, String column, String code, List<Object> args) {
    static RowProblem at(MappingRow row, String column, String code, Object... args) {
        return new RowProblem(row.number(), column, code, List.of(args));
    }

    /** As the imports of files name it. */
    RowError inFile() {
        return new RowError(column, code, args.stream().map(String::valueOf).toList());
    }

    FieldError error() {
        return new FieldError("/rows/" + (row - 1) + "/" + column, code, args);
    }
}
