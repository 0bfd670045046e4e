package vn.lantoa.units.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that was judged and is now to be written. */
public record StagedRow(int number, UUID id, JsonNode data) {
    public @Nullable String text(String field) {
        var value = data.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** Where the row always has it. */
    public String required(String field) {
        var value = text(field);
        if (value == null) {
            throw new IllegalStateException("row " + number + " has no " + field);
        }
        return value;
    }

    public @Nullable LocalDate day(String field) {
        var value = text(field);
        return value == null ? null : LocalDate.parse(value);
    }

    public @Nullable UUID id(String field) {
        var value = text(field);
        return value == null ? null : UUID.fromString(value);
    }

    public boolean flag(String field) {
        var value = data.get(field);
        return value != null && value.asBoolean();
    }
}
