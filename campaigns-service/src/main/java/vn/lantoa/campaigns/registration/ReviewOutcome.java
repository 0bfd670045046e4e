package vn.lantoa.campaigns.registration;

/** What a review found. */
public enum ReviewOutcome {
    MET,
    PARTLY,
    NOT_MET
}
