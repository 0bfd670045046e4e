package vn.lantoa.units.transfer;

/** Where a transfer stands. */
public enum TransferStatus {
    PROPOSED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN
}
