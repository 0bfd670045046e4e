package vn.lantoa.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/** Lists ordered by id go on behind the last id. */
public final class IdCursor {
    private IdCursor() {}

    /** The id behind which the page begins, null on the first. @throws Invalid 422 {@code invalid-cursor} */
    public static @Nullable UUID after(PageRequest page) {
        var cursor = Cursor.decode(page.cursor, 1);
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(cursor.key(0));
        } catch (IllegalArgumentException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
