package vn.lantoa.units.bulk;

import java.util.List;
import java.util.UUID;

/** Everything or nothing was asked for, and by now the register refuses some of the rows. */
class Outdated extends RuntimeException {
    private final UUID id;
    private final transient List<RefusedRow> rows;

    Outdated(UUID id, List<RefusedRow> rows) {
        super(null, null, false, false);
        this.id = id;
        this.rows = rows;
    }

    UUID id() {
        return id;
    }

    List<RefusedRow> rows() {
        return rows;
    }
}
