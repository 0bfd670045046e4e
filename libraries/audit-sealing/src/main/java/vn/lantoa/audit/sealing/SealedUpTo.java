package vn.lantoa.audit.sealing;

import java.util.UUID;
import vn.lantoa.audit.proof.Frontier;

/**
 * How far the log reaches.
 *
 * @param lastXid transaction of the last sealed entry, as PostgreSQL writes it
 */
record SealedUpTo(long size, byte[] frontier, int era, String lastXid, UUID lastId) {
    private static final UUID NOTHING = new UUID(0, 0);
    static final SealedUpTo BEGINNING = new SealedUpTo(0, new byte[0], 1, "0", NOTHING);

    Frontier tree() {
        return new Frontier(size, frontier);
    }

    /** The log goes on; transactions are numbered from the beginning. */
    SealedUpTo nextEra() {
        return new SealedUpTo(size, frontier, era + 1, "0", NOTHING);
    }
}
