package vn.lantoa.recognition.nomination;

/** Where a nomination stands. */
public enum NominationStatus {
    DRAFT,
    SUBMITTED,
    RECEIVED,
    RETURNED,
    REJECTED,
    ACCEPTED,
    VOTED_PASS,
    VOTED_FAIL,
    DECIDED,
    WITHDRAWN
}
