package vn.lantoa.units.transfer;

/** One of the two units of a transfer: the one left, or the one joined. */
public enum TransferSide {
    FROM,
    TO;

    TransferSide other() {
        return this == FROM ? TO : FROM;
    }
}
