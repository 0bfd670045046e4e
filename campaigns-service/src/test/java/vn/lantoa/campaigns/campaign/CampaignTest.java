package vn.lantoa.campaigns.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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

class CampaignTest {
    private static final Instant NOW = Instant.parse("2026-01-15T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final UUID SOMEBODY = UUID.randomUUID();

    @Test
    void aCampaignGoesFromDraftToClosed() {
        var campaign = campaignIn(CampaignStatus.DRAFT);

        var submitted = campaign.submit(SOMEBODY, NOW);
        var approved = campaign.approve(SOMEBODY, NOW);
        var launched = campaign.launch(DAY, SOMEBODY, NOW);
        var closed = campaign.close(DAY, "Đã tổng kết", SOMEBODY, NOW);

        assertThat(submitted.state().status()).isEqualTo("SUBMITTED");
        assertThat(approved.state().status()).isEqualTo("APPROVED");
        assertThat(launched.state().status()).isEqualTo("LAUNCHED");
        assertThat(closed.state().status()).isEqualTo("CLOSED");
        assertThat(closed.change().reason()).isEqualTo("Đã tổng kết");
        assertThat(campaign.launchedOn()).isEqualTo(DAY);
    }

    @Test
    void aReturnedCampaignIsADraftAgain() {
        var campaign = campaignIn(CampaignStatus.SUBMITTED);

        var returned = campaign.sendBack("Chưa nêu căn cứ", SOMEBODY, NOW);

        assertThat(campaign.status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(returned.change().act()).isEqualTo("return");
        assertThat(returned.change().reason()).isEqualTo("Chưa nêu căn cứ");
    }

    @Test
    void aDiscardedDraftTellsSo() {
        assertThat(campaignIn(CampaignStatus.DRAFT)
                        .discard(SOMEBODY, NOW)
                        .state()
                        .status())
                .isEqualTo("DISCARDED");
    }

    @Test
    void aSampleSaysSoInItsEvents() {
        assertThat(campaignIn(CampaignStatus.DRAFT).drafted(SOMEBODY).state().sample())
                .isTrue();
    }

    @Test
    void aCampaignIsNotClosedBeforeItsLaunch() {
        var campaign = campaignIn(CampaignStatus.LAUNCHED);

        assertThatThrownBy(() -> campaign.close(DAY.minusDays(1), null, SOMEBODY, NOW))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("closed-before-launched"));
    }

    @ParameterizedTest
    @MethodSource("wrongMoments")
    void anActInTheWrongStateIsRefused(CampaignStatus status, Consumer<Campaign> act, String code) {
        var campaign = campaignIn(status);

        assertThatThrownBy(() -> act.accept(campaign))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(campaign.status()).isEqualTo(status);
    }

    static Stream<Arguments> wrongMoments() {
        return Stream.of(CampaignStatus.values())
                .flatMap(status -> Stream.of(
                                refused(status, CampaignStatus.DRAFT, c -> c.submit(SOMEBODY, NOW)),
                                refused(status, CampaignStatus.DRAFT, c -> c.revise(plan(), SOMEBODY, NOW)),
                                refused(status, CampaignStatus.DRAFT, c -> c.discard(SOMEBODY, NOW)),
                                refused(status, CampaignStatus.SUBMITTED, c -> c.approve(SOMEBODY, NOW)),
                                refused(status, CampaignStatus.SUBMITTED, c -> c.sendBack("Lý do", SOMEBODY, NOW)),
                                refused(status, CampaignStatus.APPROVED, c -> c.launch(DAY, SOMEBODY, NOW)),
                                refused(status, CampaignStatus.LAUNCHED, c -> c.close(DAY, null, SOMEBODY, NOW)))
                        .flatMap(stream -> stream));
    }

    private static Stream<Arguments> refused(CampaignStatus status, CampaignStatus required, Consumer<Campaign> act) {
        return status == required
                ? Stream.empty()
                : Stream.of(Arguments.of(
                        status, act, "campaign-not-" + required.name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static Campaign campaignIn(CampaignStatus status) {
        var campaign = Campaign.draft(UUID.randomUUID(), UUID.randomUUID(), plan(), NOW);
        if (status.compareTo(CampaignStatus.SUBMITTED) >= 0) {
            campaign.submit(SOMEBODY, NOW);
        }
        if (status.compareTo(CampaignStatus.APPROVED) >= 0) {
            campaign.approve(SOMEBODY, NOW);
        }
        if (status.compareTo(CampaignStatus.LAUNCHED) >= 0) {
            campaign.launch(DAY, SOMEBODY, NOW);
        }
        if (status == CampaignStatus.CLOSED) {
            campaign.close(DAY, null, SOMEBODY, NOW);
        }
        return campaign;
    }

    private static CampaignPlan plan() {
        return new CampaignPlan(
                "PT-2026-001",
                "Dân vận khéo",
                "THEMATIC",
                "PROVINCE",
                List.of("Chỉ thị 05-CT/TW"),
                null,
                List.of(new Target("Mô hình mới", "mô hình", BigDecimal.TEN)),
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)),
                true,
                "SAMPLE: số liệu giả định");
    }
}
