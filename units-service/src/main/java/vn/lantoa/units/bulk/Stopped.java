package vn.lantoa.units.bulk;

import java.util.UUID;

/** Somebody cancelled the import; what the present transaction did is undone. */
class Stopped extends RuntimeException {
    private final UUID id;

    Stopped(UUID id) {
        super(null, null, false, false);
        this.id = id;
    }

    UUID id() {
        return id;
    }
}
