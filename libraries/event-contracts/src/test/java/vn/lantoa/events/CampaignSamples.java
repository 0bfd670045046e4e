package vn.lantoa.events;

import static vn.lantoa.events.Samples.act;
import static vn.lantoa.events.Samples.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.campaigns.CampaignApproved;
import vn.lantoa.events.campaigns.CampaignClosed;
import vn.lantoa.events.campaigns.CampaignDrafted;
import vn.lantoa.events.campaigns.CampaignLaunched;
import vn.lantoa.events.campaigns.CampaignResponded;
import vn.lantoa.events.campaigns.CampaignState;
import vn.lantoa.events.campaigns.CampaignSubmitted;
import vn.lantoa.events.campaigns.ConfidentialRegistrationRecorded;
import vn.lantoa.events.campaigns.RegistrationConfirmed;
import vn.lantoa.events.campaigns.RegistrationDrafted;
import vn.lantoa.events.campaigns.RegistrationReturned;
import vn.lantoa.events.campaigns.RegistrationReviewed;
import vn.lantoa.events.campaigns.RegistrationState;
import vn.lantoa.events.campaigns.RegistrationSubmitted;
import vn.lantoa.events.campaigns.ResponseState;

/** A campaign of the province from draft to closing, a response and a registration. */
final class CampaignSamples {
    private static final UUID RESPONSE = id("0197a1b0-6f00-7054-9d73-8192a3b4c502");
    private static final UUID REGISTRATION = id("0197a1b0-6f00-7054-9d73-8192a3b4c503");

    private CampaignSamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new CampaignDrafted(
                        Samples.CAMPAIGN, act("draft", "2025-07-07T02:00:00Z", Samples.OFFICER), campaign("DRAFT")),
                new CampaignSubmitted(
                        Samples.CAMPAIGN,
                        act("submit", "2025-07-08T02:00:00Z", Samples.OFFICER),
                        campaign("SUBMITTED")),
                new CampaignApproved(
                        Samples.CAMPAIGN, act("approve", "2025-07-10T03:20:00Z", Samples.LEADER), campaign("APPROVED")),
                new CampaignLaunched(
                        Samples.CAMPAIGN, act("launch", "2025-07-15T00:30:00Z", Samples.LEADER), campaign("LAUNCHED")),
                new CampaignClosed(
                        Samples.CAMPAIGN,
                        act("close", "2026-07-31T08:00:00Z", Samples.LEADER, "Đã tổng kết phong trào"),
                        campaign("CLOSED")),
                new CampaignResponded(
                        RESPONSE,
                        act("give", "2025-07-21T04:00:00Z", Samples.OFFICER),
                        new ResponseState(RESPONSE, Samples.CAMPAIGN, Samples.THUC_PHAN, LocalDate.of(2025, 7, 21), 3)),
                new RegistrationDrafted(
                        REGISTRATION,
                        act("draft", "2025-08-04T01:30:00Z", Samples.MEMBER),
                        registration("DRAFT", null)),
                new RegistrationSubmitted(
                        REGISTRATION,
                        act("submit", "2025-08-05T01:30:00Z", Samples.MEMBER),
                        registration("SUBMITTED", null)),
                new RegistrationReturned(
                        REGISTRATION,
                        act("return", "2025-08-06T07:00:00Z", Samples.OFFICER, "Chưa nêu chỉ tiêu cụ thể"),
                        registration("RETURNED", null)),
                new RegistrationConfirmed(
                        REGISTRATION,
                        act("confirm", "2025-08-11T02:00:00Z", Samples.LEADER),
                        registration("CONFIRMED", null)),
                new RegistrationReviewed(
                        REGISTRATION,
                        act("review", "2025-12-15T02:00:00Z", Samples.OFFICER),
                        registration("REVIEWED", "PARTLY")),
                new ConfidentialRegistrationRecorded(
                        REGISTRATION,
                        act("confirm", "2025-08-11T02:00:00Z", Samples.LEADER),
                        registration("CONFIRMED", null)));
    }

    private static CampaignState campaign(String status) {
        return new CampaignState(
                Samples.CAMPAIGN,
                "PT-2025-001",
                "Cao Bằng chung tay xóa nhà tạm, nhà dột nát",
                "THEMATIC",
                "PROVINCE",
                Samples.PEOPLES_COMMITTEE,
                status,
                LocalDate.of(2025, 7, 15),
                LocalDate.of(2026, 7, 15),
                List.of("Chỉ thị 42/CT-TTg (2024-11-09)"),
                true);
    }

    private static RegistrationState registration(String status, @Nullable String outcome) {
        return new RegistrationState(
                REGISTRATION,
                Samples.CAMPAIGN,
                Samples.THUC_PHAN,
                Samples.MEMBER,
                2025,
                status,
                List.of("LDTT", "CSTDCS"),
                outcome);
    }
}
