package vn.lantoa.campaigns.campaign;

/** Where a campaign stands in its life. */
public enum CampaignStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    LAUNCHED,
    CLOSED;

    /** Not yet launched: shown only to those who may read the organiser's campaigns. */
    boolean hidden() {
        return this != LAUNCHED && this != CLOSED;
    }
}
