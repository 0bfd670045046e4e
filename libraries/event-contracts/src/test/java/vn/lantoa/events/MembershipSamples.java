package vn.lantoa.events;

import static vn.lantoa.events.Samples.act;
import static vn.lantoa.events.Samples.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.ConfidentialMembershipRecorded;
import vn.lantoa.events.units.MembershipAnnulled;
import vn.lantoa.events.units.MembershipCorrected;
import vn.lantoa.events.units.MembershipEnded;
import vn.lantoa.events.units.MembershipStarted;
import vn.lantoa.events.units.MembershipState;
import vn.lantoa.events.units.TransferAccepted;
import vn.lantoa.events.units.TransferDeclined;
import vn.lantoa.events.units.TransferProposed;
import vn.lantoa.events.units.TransferState;
import vn.lantoa.events.units.TransferWithdrawn;

/** Who belongs where: a member of phường Thục Phán goes over to the Department of Home Affairs. */
final class MembershipSamples {
    private static final UUID MEMBERSHIP = id("0197a1b0-8200-7387-8ea6-b4c5d6e7f801");
    private static final UUID IN_THE_PARTY = id("0197a1b0-8200-7387-8ea6-b4c5d6e7f802");
    private static final UUID TRANSFER = id("0197a1b0-8200-7387-8ea6-b4c5d6e7f803");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final LocalDate OVER = LocalDate.of(2026, 1, 1);

    private MembershipSamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new MembershipStarted(
                        MEMBERSHIP, act("membership.start", "2025-07-01T01:05:00Z", Samples.OFFICER), member(null)),
                new MembershipEnded(
                        MEMBERSHIP, act("membership.end", "2025-12-20T02:00:00Z", Samples.OFFICER), member(OVER)),
                new MembershipCorrected(
                        MEMBERSHIP,
                        act("membership.correct", "2025-07-02T03:00:00Z", Samples.OFFICER, "Ghi sai ngày"),
                        member(null)),
                new MembershipAnnulled(
                        MEMBERSHIP,
                        act("membership.annul", "2025-07-03T03:00:00Z", Samples.OFFICER, "Ghi nhầm người"),
                        member(null)),
                new ConfidentialMembershipRecorded(
                        IN_THE_PARTY,
                        act("membership.start", "2025-07-01T01:06:00Z", Samples.OFFICER),
                        new MembershipState(
                                IN_THE_PARTY, Samples.MEMBER, Samples.CITY, "PARTY", "PRIMARY", FIRST_DAY, null)),
                new TransferProposed(
                        TRANSFER,
                        act("transfer.propose", "2025-12-01T01:00:00Z", Samples.OFFICER),
                        transfer("PROPOSED")),
                new TransferAccepted(
                        TRANSFER, act("transfer.accept", "2025-12-10T01:00:00Z", Samples.LEADER), transfer("ACCEPTED")),
                new TransferDeclined(
                        TRANSFER,
                        act("transfer.decline", "2025-12-10T01:00:00Z", Samples.LEADER, "Chưa có vị trí việc làm"),
                        transfer("DECLINED")),
                new TransferWithdrawn(
                        TRANSFER,
                        act("transfer.withdraw", "2025-12-05T01:00:00Z", Samples.OFFICER),
                        transfer("WITHDRAWN")));
    }

    private static MembershipState member(@Nullable LocalDate until) {
        return new MembershipState(
                MEMBERSHIP, Samples.MEMBER, Samples.THUC_PHAN, "ADMINISTRATIVE", "PRIMARY", FIRST_DAY, until);
    }

    private static TransferState transfer(String status) {
        return new TransferState(
                TRANSFER,
                Samples.MEMBER,
                "ADMINISTRATIVE",
                Samples.THUC_PHAN,
                Samples.HOME_AFFAIRS,
                OVER,
                "FROM",
                status,
                "15/QĐ-SNV");
    }
}
