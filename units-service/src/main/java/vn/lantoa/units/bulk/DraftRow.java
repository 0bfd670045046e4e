package vn.lantoa.units.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a file while it is judged: its cells, then what is wrong with it, or what is to be written. */
public final class DraftRow {
    private final int number;
    private final Map<String, Integer> places;
    private final @Nullable String[] values;
    private final List<RowError> errors = new ArrayList<>(1);
    private Outcome outcome = Outcome.NEW;
    private @Nullable UUID id;
    private List<String> keys = List.of();
    private @Nullable Map<String, ? extends @Nullable Object> data;
    private @Nullable Map<String, ? extends @Nullable Object> noted;
    private @Nullable SealedPerson sealed;

    DraftRow(int number, Map<String, Integer> places, @Nullable String[] values) {
        this.number = number;
        this.places = places;
        this.values = values;
    }

    /** The row of the sheet; the heading is row 1. */
    public int number() {
        return number;
    }

    /** What stands in the column; null when nothing does. Days are ISO, flags true or false, codes codes. */
    public @Nullable String text(String column) {
        var place = places.get(column);
        return place == null ? null : values[place];
    }

    public @Nullable LocalDate day(String column) {
        var text = text(column);
        return text == null ? null : LocalDate.parse(text);
    }

    public @Nullable UUID id(String column) {
        var text = text(column);
        return text == null ? null : UUID.fromString(text);
    }

    public boolean flag(String column) {
        return "true".equals(text(column));
    }

    /** @param column where, null when it is the row as a whole */
    public void refuse(@Nullable String column, String code, Object... args) {
        errors.add(new RowError(
                column, code, Arrays.stream(args).map(String::valueOf).toList()));
        outcome = Outcome.WRONG;
    }

    /** Whether what stands in the column is wrong. */
    public boolean isRefused(String column) {
        return errors.stream().anyMatch(error -> column.equals(error.column()));
    }

    /** Of a refused row: what others of the file have to know of it. It stays until the import is over: nothing personal. */
    public void note(Map<String, ? extends @Nullable Object> values) {
        noted = values;
    }

    @Nullable
    Map<String, ? extends @Nullable Object> noted() {
        return noted;
    }

    public boolean isRefused() {
        return outcome == Outcome.WRONG;
    }

    /** Still to be judged by the kind. */
    boolean isOpen() {
        return outcome == Outcome.NEW;
    }

    /**
     * Is to be written.
     *
     * @param natural each of them makes the row the same as another one of the file; no personal data in clear
     * @param values what is to be written, without personal data
     */
    public void accept(UUID newId, List<String> natural, Map<String, ? extends @Nullable Object> values) {
        id = newId;
        keys = List.copyOf(natural);
        data = values;
    }

    public void accept(
            UUID newId,
            List<String> natural,
            Map<String, ? extends @Nullable Object> values,
            @Nullable SealedPerson secrets) {
        accept(newId, natural, values);
        sealed = secrets;
    }

    /** Is in the register already, just so. */
    public void unchanged(@Nullable UUID existing) {
        outcome = Outcome.UNCHANGED;
        id = existing;
    }

    Outcome outcome() {
        return outcome;
    }

    List<RowError> errors() {
        return errors;
    }

    @Nullable
    UUID newId() {
        return id;
    }

    List<String> keys() {
        return keys;
    }

    @Nullable
    Map<String, ? extends @Nullable Object> data() {
        return data;
    }

    @Nullable
    SealedPerson sealed() {
        return sealed;
    }
}
