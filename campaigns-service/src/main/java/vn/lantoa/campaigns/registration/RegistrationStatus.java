package vn.lantoa.campaigns.registration;

/** Where a registration stands in its life. */
public enum RegistrationStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    CONFIRMED,
    REVIEWED
}
