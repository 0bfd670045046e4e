package vn.lantoa.campaigns.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Act;
import vn.lantoa.events.campaigns.CampaignApproved;
import vn.lantoa.events.campaigns.CampaignClosed;
import vn.lantoa.events.campaigns.CampaignDrafted;
import vn.lantoa.events.campaigns.CampaignLaunched;
import vn.lantoa.events.campaigns.CampaignState;
import vn.lantoa.events.campaigns.CampaignSubmitted;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/**
 * An emulation campaign (phong trào thi đua) of an organising unit. It is drafted and may be revised; once submitted it
 * is either returned to its draft with a reason or approved; approved, it is launched once. While it is launched units
 * respond to it, units and persons register for it. It is closed for good.
 */
@Entity
public class Campaign {
    @Id
    private UUID id;

    @Column
    private String code;

    @Column
    private String title;

    @Column
    private String kind;

    @Column
    private String launchLevel;

    @Column(updatable = false)
    private UUID organiser;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> legalBasis;

    private @Nullable String objective;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Target> targets;

    @Embedded
    private @Nullable Period period;

    private boolean requiresRegistration;
    private @Nullable String remark;

    @Enumerated(EnumType.STRING)
    private CampaignStatus status;

    private @Nullable LocalDate launchedOn;
    private @Nullable LocalDate closedOn;

    @Version
    private int version;

    @Column(updatable = false)
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    protected Campaign() {}

    private Campaign(UUID id, UUID organiser, Instant now) {
        this.id = id;
        this.organiser = organiser;
        this.status = CampaignStatus.DRAFT;
        this.createdAt = now;
        this.updatedAt = now;
    }

    static Campaign draft(UUID id, UUID organiser, CampaignPlan plan, Instant now) {
        var campaign = new Campaign(id, organiser, now);
        campaign.take(plan);
        return campaign;
    }

    CampaignDrafted drafted(UUID by) {
        return new CampaignDrafted(id, new Act("draft", createdAt, by, null), state(status.name()));
    }

    CampaignDrafted revise(CampaignPlan plan, UUID by, Instant now) {
        mustBe(CampaignStatus.DRAFT);
        take(plan);
        return new CampaignDrafted(id, act("revise", by, now, null), state(status.name()));
    }

    /** A draft that nobody wants any more; the row goes, its event says {@code DISCARDED}. */
    CampaignDrafted discard(UUID by, Instant now) {
        mustBe(CampaignStatus.DRAFT);
        return new CampaignDrafted(id, act("discard", by, now, null), state("DISCARDED"));
    }

    CampaignSubmitted submit(UUID by, Instant now) {
        mustBe(CampaignStatus.DRAFT);
        status = CampaignStatus.SUBMITTED;
        return new CampaignSubmitted(id, act("submit", by, now, null), state(status.name()));
    }

    CampaignDrafted sendBack(String reason, UUID by, Instant now) {
        mustBe(CampaignStatus.SUBMITTED);
        status = CampaignStatus.DRAFT;
        return new CampaignDrafted(id, act("return", by, now, reason), state(status.name()));
    }

    CampaignApproved approve(UUID by, Instant now) {
        mustBe(CampaignStatus.SUBMITTED);
        status = CampaignStatus.APPROVED;
        return new CampaignApproved(id, act("approve", by, now, null), state(status.name()));
    }

    CampaignLaunched launch(LocalDate on, UUID by, Instant now) {
        mustBe(CampaignStatus.APPROVED);
        status = CampaignStatus.LAUNCHED;
        launchedOn = on;
        return new CampaignLaunched(id, act("launch", by, now, null), state(status.name()));
    }

    CampaignClosed close(LocalDate on, @Nullable String reason, UUID by, Instant now) {
        mustBe(CampaignStatus.LAUNCHED);
        if (launchedOn != null && on.isBefore(launchedOn)) {
            throw new Invalid(
                    "closed-before-launched", FieldError.at("/closedOn", "closed-before-launched", launchedOn));
        }
        status = CampaignStatus.CLOSED;
        closedOn = on;
        return new CampaignClosed(id, act("close", by, now, reason), state(status.name()));
    }

    /** @throws Conflict 409 {@code campaign-not-draft}, {@code campaign-not-submitted} … in any other state */
    void mustBe(CampaignStatus required) {
        if (status != required) {
            var code = switch (required) {
                case DRAFT -> "campaign-not-draft";
                case SUBMITTED -> "campaign-not-submitted";
                case APPROVED -> "campaign-not-approved";
                case LAUNCHED -> "campaign-not-launched";
                case CLOSED -> "campaign-not-closed";
            };
            throw new Conflict(code, title, status.name());
        }
    }

    private void take(CampaignPlan plan) {
        code = plan.code();
        title = plan.title();
        kind = plan.kind();
        launchLevel = plan.launchLevel();
        legalBasis = List.copyOf(plan.legalBasis());
        objective = plan.objective();
        targets = List.copyOf(plan.targets());
        period = plan.period();
        requiresRegistration = plan.requiresRegistration();
        remark = plan.remark();
    }

    private Act act(String act, UUID by, Instant now, @Nullable String reason) {
        updatedAt = now;
        return new Act(act, now, by, reason);
    }

    CampaignState state() {
        return state(status.name());
    }

    private CampaignState state(String statusName) {
        var days = plan().period();
        return new CampaignState(
                id,
                code,
                title,
                kind,
                launchLevel,
                organiser,
                statusName,
                days.startsOn(),
                days.endsOn(),
                legalBasis,
                remark != null && remark.contains("SAMPLE"));
    }

    CampaignPlan plan() {
        return new CampaignPlan(
                code,
                title,
                kind,
                launchLevel,
                legalBasis,
                objective,
                targets,
                period == null ? Period.OPEN : period,
                requiresRegistration,
                remark);
    }

    public UUID id() {
        return id;
    }

    UUID organiser() {
        return organiser;
    }

    CampaignStatus status() {
        return status;
    }

    @Nullable
    LocalDate launchedOn() {
        return launchedOn;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    int version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
