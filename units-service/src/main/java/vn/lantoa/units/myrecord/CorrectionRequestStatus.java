package vn.lantoa.units.myrecord;

/** Open until it is answered one way or the other, or withdrawn. */
public enum CorrectionRequestStatus {
    OPEN,
    ACCEPTED,
    DECLINED,
    WITHDRAWN
}
