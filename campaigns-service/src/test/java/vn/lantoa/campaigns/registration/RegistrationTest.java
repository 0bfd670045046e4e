package vn.lantoa.campaigns.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.Invalid;

class RegistrationTest {
    private static final Instant NOW = Instant.parse("2026-01-15T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final UUID MEMBER = UUID.randomUUID();
    private static final UUID OFFICER = UUID.randomUUID();
    private static final RegistrationContent CONTENT = RegistrationContent.of(List.of("LDTT", "LDTT"), null, null);

    @Test
    void aReturnedRegistrationIsMendedAndSubmittedAgain() {
        var registration = registrationIn(RegistrationStatus.SUBMITTED);

        var returned = registration.sendBack("Chỉ tiêu chưa đo được", OFFICER, NOW);
        registration.revise(RegistrationContent.of(null, List.of("Số hóa 500 hồ sơ"), null), MEMBER, NOW);
        var submitted = registration.submit(MEMBER, NOW);

        assertThat(returned.change().reason()).isEqualTo("Chỉ tiêu chưa đo được");
        assertThat(submitted.state().status()).isEqualTo("SUBMITTED");
        assertThat(registration.returnReason()).isNull();
    }

    @Test
    void theLatestReviewGivesTheOutcome() {
        var registration = registrationIn(RegistrationStatus.CONFIRMED);

        registration.review(ReviewOutcome.PARTLY, OFFICER, NOW);
        var reviewed = registration.review(ReviewOutcome.MET, OFFICER, NOW);

        assertThat(reviewed.state().outcome()).isEqualTo("MET");
        assertThat(registration.status()).isEqualTo(RegistrationStatus.REVIEWED);
    }

    @Test
    void aRecalledRegistrationIsADraftAgain() {
        var registration = registrationIn(RegistrationStatus.SUBMITTED);

        registration.recall(MEMBER, NOW);

        assertThat(registration.status()).isEqualTo(RegistrationStatus.DRAFT);
        assertThat(registration.wasSubmittedBy(MEMBER)).isFalse();
    }

    @Test
    void nothingIsSubmittedEmpty() {
        var registration = registrationIn(RegistrationStatus.DRAFT);
        registration.revise(RegistrationContent.of(null, null, null), MEMBER, NOW);

        assertThatThrownBy(() -> registration.submit(MEMBER, NOW))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("registration-empty"));
    }

    @Test
    void aTitleIsAimedAtOnce() {
        assertThat(CONTENT.titlesAimedAt()).containsExactly("LDTT");
    }

    @ParameterizedTest
    @MethodSource("wrongMoments")
    void anActInTheWrongStateIsRefused(RegistrationStatus status, Consumer<Registration> act, String code) {
        var registration = registrationIn(status);

        assertThatThrownBy(() -> act.accept(registration))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(registration.status()).isEqualTo(status);
    }

    static Stream<Arguments> wrongMoments() {
        return Stream.of(RegistrationStatus.values())
                .flatMap(status -> Stream.of(
                                refused(
                                        status,
                                        List.of(RegistrationStatus.DRAFT, RegistrationStatus.RETURNED),
                                        r -> r.submit(MEMBER, NOW),
                                        "registration-not-open"),
                                refused(
                                        status,
                                        List.of(RegistrationStatus.DRAFT, RegistrationStatus.RETURNED),
                                        r -> r.revise(CONTENT, MEMBER, NOW),
                                        "registration-not-open"),
                                refused(
                                        status,
                                        List.of(RegistrationStatus.DRAFT),
                                        r -> r.discard(MEMBER, NOW),
                                        "registration-not-draft"),
                                refused(
                                        status,
                                        List.of(RegistrationStatus.SUBMITTED),
                                        r -> r.recall(MEMBER, NOW),
                                        "registration-not-submitted"),
                                refused(
                                        status,
                                        List.of(RegistrationStatus.SUBMITTED),
                                        r -> r.sendBack("Lý do", OFFICER, NOW),
                                        "registration-not-submitted"),
                                refused(
                                        status,
                                        List.of(RegistrationStatus.SUBMITTED),
                                        r -> r.confirm(OFFICER, NOW),
                                        "registration-not-submitted"),
                                refused(
                                        status,
                                        List.of(RegistrationStatus.CONFIRMED, RegistrationStatus.REVIEWED),
                                        r -> r.review(ReviewOutcome.MET, OFFICER, NOW),
                                        "registration-not-confirmed"))
                        .flatMap(stream -> stream));
    }

    @Test
    void whatIsUndoneNeedsARemedyAndIsNotMet() {
        assertThatThrownBy(() -> review(List.of("Còn 180 hồ sơ"), null, ReviewOutcome.MET))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.errors()).hasSize(2));
        assertThat(review(List.of("Còn 180 hồ sơ"), "Bổ sung cán bộ", ReviewOutcome.PARTLY))
                .isNotNull();
    }

    private static Review review(List<String> undone, String remedy, ReviewOutcome outcome) {
        return new Review(UUID.randomUUID(), UUID.randomUUID(), DAY, List.of(), undone, remedy, outcome, OFFICER, NOW);
    }

    private static Stream<Arguments> refused(
            RegistrationStatus status, List<RegistrationStatus> allowed, Consumer<Registration> act, String code) {
        return allowed.contains(status) ? Stream.empty() : Stream.of(Arguments.of(status, act, code));
    }

    private static Registration registrationIn(RegistrationStatus status) {
        var subject = new Registration.Subject(UUID.randomUUID(), UUID.randomUUID(), MEMBER, 2026);
        var registration = Registration.draft(UUID.randomUUID(), subject, DAY, CONTENT, MEMBER, NOW);
        if (status != RegistrationStatus.DRAFT) {
            registration.submit(MEMBER, NOW);
        }
        switch (status) {
            case RETURNED -> registration.sendBack("Lý do", OFFICER, NOW);
            case CONFIRMED -> registration.confirm(OFFICER, NOW);
            case REVIEWED -> {
                registration.confirm(OFFICER, NOW);
                registration.review(ReviewOutcome.PARTLY, OFFICER, NOW);
            }
            case DRAFT, SUBMITTED -> {}
        }
        return registration;
    }
}
