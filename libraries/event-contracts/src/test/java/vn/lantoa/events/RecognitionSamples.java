package vn.lantoa.events;

import static vn.lantoa.events.Samples.act;
import static vn.lantoa.events.Samples.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.recognition.AwardGranted;
import vn.lantoa.events.recognition.AwardState;
import vn.lantoa.events.recognition.DecisionDrafted;
import vn.lantoa.events.recognition.DecisionSigned;
import vn.lantoa.events.recognition.DecisionState;
import vn.lantoa.events.recognition.NominationAccepted;
import vn.lantoa.events.recognition.NominationDecided;
import vn.lantoa.events.recognition.NominationDrafted;
import vn.lantoa.events.recognition.NominationReceived;
import vn.lantoa.events.recognition.NominationRejected;
import vn.lantoa.events.recognition.NominationReturned;
import vn.lantoa.events.recognition.NominationState;
import vn.lantoa.events.recognition.NominationSubmitted;
import vn.lantoa.events.recognition.NominationVoted;
import vn.lantoa.events.recognition.NominationWithdrawn;

/** A nomination on its way, its decision and the award. */
final class RecognitionSamples {
    private static final UUID AWARD = id("0197a1b0-7000-7165-8e84-92a3b4c5d603");

    private RecognitionSamples() {}

    static List<DomainEvent> all() {
        var by = Samples.OFFICER;
        return List.of(
                new NominationDrafted(
                        Samples.NOMINATION, act("draft", "2025-12-16T02:00:00Z", by), nomination("DRAFT", null)),
                new NominationSubmitted(
                        Samples.NOMINATION,
                        act("submit", "2025-12-17T02:00:00Z", by),
                        nomination("SUBMITTED", "UNKNOWN")),
                new NominationReceived(
                        Samples.NOMINATION,
                        act("receive", "2025-12-18T02:00:00Z", by),
                        nomination("RECEIVED", "UNKNOWN")),
                new NominationReturned(
                        Samples.NOMINATION,
                        act(
                                "return",
                                "2025-12-19T02:00:00Z",
                                by,
                                "Luật 06/2022/QH15, Điều 84: thiếu biên bản bình xét của tập thể"),
                        nomination("RETURNED", "UNKNOWN")),
                new NominationRejected(
                        Samples.NOMINATION,
                        act(
                                "reject",
                                "2025-12-19T03:00:00Z",
                                by,
                                "Nghị định 152/2025/NĐ-CP, Điều 4: đang xem xét kỷ luật"),
                        nomination("REJECTED", "NOT_MET")),
                new NominationWithdrawn(
                        Samples.NOMINATION,
                        act("withdraw", "2025-12-19T04:00:00Z", by),
                        nomination("WITHDRAWN", "UNKNOWN")),
                new NominationAccepted(
                        Samples.NOMINATION, act("accept", "2025-12-22T02:00:00Z", by), nomination("ACCEPTED", "MET")),
                new NominationVoted(
                        Samples.NOMINATION, act("vote", "2025-12-24T02:00:00Z", by), nomination("VOTED_PASS", "MET")),
                new NominationDecided(
                        Samples.NOMINATION,
                        act("decide", "2025-12-29T02:00:00Z", Samples.LEADER),
                        nomination("DECIDED", "MET")),
                new DecisionDrafted(
                        Samples.DECISION, act("draft", "2025-12-26T02:00:00Z", by), decision("DRAFT", null, null)),
                new DecisionSigned(
                        Samples.DECISION,
                        act("sign", "2025-12-29T02:00:00Z", Samples.LEADER),
                        decision("SIGNED", "215/QĐ-UBND", LocalDate.of(2025, 12, 29))),
                new AwardGranted(
                        AWARD,
                        act("grant", "2025-12-29T02:00:00Z", Samples.LEADER),
                        new AwardState(
                                AWARD,
                                "CSTDCS",
                                Samples.MEMBER,
                                Samples.THUC_PHAN,
                                Samples.DECISION,
                                2025,
                                LocalDate.of(2025, 12, 29),
                                "LT-2025-000001",
                                "GRANTED",
                                true)));
    }

    private static NominationState nomination(String status, @Nullable String verdict) {
        return new NominationState(
                Samples.NOMINATION,
                "CSTDCS",
                Samples.MEMBER,
                Samples.THUC_PHAN,
                Samples.THUC_PHAN,
                2025,
                status,
                verdict);
    }

    private static DecisionState decision(String status, @Nullable String number, @Nullable LocalDate signedOn) {
        return new DecisionState(
                Samples.DECISION, number, Samples.THUC_PHAN, status, signedOn, List.of(Samples.NOMINATION), true);
    }
}
