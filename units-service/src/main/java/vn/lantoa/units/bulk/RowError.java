package vn.lantoa.units.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param column name of the column, null when it is the row as a whole
 * @param code code of the problem, the same as the API answers
 * @param args values for its text
 */
public record RowError(@Nullable String column, String code, List<String> args) {}
