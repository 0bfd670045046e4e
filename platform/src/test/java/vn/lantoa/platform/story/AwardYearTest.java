package vn.lantoa.platform.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.ProblemException;
import vn.lantoa.client.campaigns.model.CampaignStatus;
import vn.lantoa.client.campaigns.model.DraftCampaign;
import vn.lantoa.client.campaigns.model.DraftRegistration;
import vn.lantoa.client.campaigns.model.GiveResponse;
import vn.lantoa.client.campaigns.model.LaunchCampaign;
import vn.lantoa.client.campaigns.model.RegistrationStatus;
import vn.lantoa.client.campaigns.model.ReturnRegistration;
import vn.lantoa.client.campaigns.model.ReviewOutcome;
import vn.lantoa.client.campaigns.model.ReviewRegistration;
import vn.lantoa.client.campaigns.model.Target;
import vn.lantoa.client.recognition.api.AwardsApi;
import vn.lantoa.client.recognition.model.AcceptNomination;
import vn.lantoa.client.recognition.model.DecisionStatus;
import vn.lantoa.client.recognition.model.DraftDecision;
import vn.lantoa.client.recognition.model.DraftNomination;
import vn.lantoa.client.recognition.model.GrantedAward;
import vn.lantoa.client.recognition.model.NominationStatus;
import vn.lantoa.client.recognition.model.RecordRating;
import vn.lantoa.client.recognition.model.RecordVote;
import vn.lantoa.client.recognition.model.ReturnNomination;
import vn.lantoa.client.recognition.model.SignDecision;
import vn.lantoa.client.recognition.model.Verdict;
import vn.lantoa.client.units.model.DraftReorganisation;
import vn.lantoa.client.units.model.EnactPreviewed;
import vn.lantoa.client.units.model.LegalDocument;
import vn.lantoa.client.units.model.Merge;
import vn.lantoa.client.units.model.NewIdentifier;
import vn.lantoa.client.units.model.NewPlacement;
import vn.lantoa.client.units.model.NewUnit;
import vn.lantoa.client.units.model.Operation;
import vn.lantoa.platform.Platform;

/** One year of emulation, told to the real processes through the generated client: from the launch of a campaign to a certificate that outlives its commune. */
class AwardYearTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

    @TempDir
    static Path home;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(home);
    }

    @AfterAll
    static void stop() {
        platform.stop();
    }

    @Test
    void aYearOfEmulationEndsInACertificateThatIsFoundAfterTheMerger() {
        var province = new Province(platform);
        var thachAn = province.register("Huyện Thạch An", "DISTRICT", "TERRITORY", province.root, "053");
        var quangTrong = province.register("Xã Quang Trọng", "COMMUNE", "TERRITORY", thachAn, "01813");
        var minhKhai = province.register("Xã Minh Khai", "COMMUNE", "TERRITORY", thachAn, "01795");
        province.person("officer", "Hoàng Thị Lan", "EMULATION_OFFICER", quangTrong);
        province.person("confirmer", "Bế Minh Đức", "CONFIRMING_OFFICER", province.root);
        province.person("agency", "Đàm Thị Hương", "STANDING_AGENCY", province.root);
        var chair = province.person("chair", "Mông Văn Quý", "LEADER", quangTrong);
        province.post(chair, quangTrong, "Chủ tịch UBND xã", "COMMUNE_CHAIR");
        var worker = province.person("worker", "Nông Văn Dền", "MEMBER", quangTrong);

        var campaign = launchedCampaign(province, quangTrong);
        reviewedRegistration(province, campaign, quangTrong, worker);

        var nomination = submittedNomination(province, quangTrong, worker);
        returnedAndSubmittedAgain(province, nomination, quangTrong, worker);
        var agency = province.as("agency");
        agency.nominations().receiveNomination(nomination, agency.nominationNow(nomination), null);
        agency.nominations()
                .acceptNomination(nomination, agency.nominationNow(nomination), null, new AcceptNomination());
        var vote = new RecordVote()
                .heldOn(LocalDate.of(2025, 1, 20))
                .minutesNumber("02/BB-HĐ")
                .members(9)
                .present(8)
                .written(0)
                .yes(7)
                .no(1);
        var voted = agency.nominations().recordVote(nomination, agency.nominationNow(nomination), vote, null);
        assertThat(voted.getStatus()).isEqualTo(NominationStatus.VOTED_PASS);

        var granted = signedDecision(province, nomination, quangTrong);
        var serial = granted.getCertificateSerial();
        var certificates = province.anybody().certificates();
        var certificate = certificates.checkCertificate(serial, granted.getCheckCode());
        assertThat(certificate.getValid()).isTrue();
        assertThat(certificate.getRecipientName()).isEqualTo("Nông Văn Dền");
        assertThat(certificate.getIssuerName()).isEqualTo("Xã Quang Trọng");
        assertThat(certificates.checkCertificate(serial, null).getRecipientName())
                .isNull();

        var successor = merged(province, quangTrong, minhKhai);
        var inherited = AwardsApi.APIListAwardsRequest.newBuilder()
                .unit(successor)
                .withPredecessors(true)
                .build();
        var later = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> province.as("agency")
                                .awards()
                                .listAwards(inherited)
                                .getItems(),
                        awards -> awards.size() == 1);
        assertThat(later.getFirst().getInherited()).isTrue();
        var stillValid = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> certificates.checkCertificate(serial, granted.getCheckCode()),
                        found -> found.getIssuerSuccessors() != null
                                && found.getIssuerSuccessors().size() == 1);
        assertThat(stillValid.getValid()).isTrue();
        assertThat(stillValid.getIssuerName()).isEqualTo("Xã Quang Trọng");
        assertThat(stillValid.getIssuerSuccessors().getFirst()).contains("Xã Minh Khai");
    }

    private static UUID launchedCampaign(Province province, UUID organiser) {
        var officer = province.as("officer");
        var draft = new DraftCampaign()
                .code("PT-2024-001")
                .title("Thi đua năm 2024")
                .kind("REGULAR")
                .launchLevel("UNIT")
                .organiser(organiser)
                .startsOn(LocalDate.of(2024, 1, 1))
                .endsOn(LocalDate.of(2025, 1, 1));
        var campaign = officer.campaigns().draftCampaign(draft, null).getId();
        officer.campaigns().submitCampaign(campaign, officer.campaignNow(campaign), null);
        var leader = province.as("chair");
        leader.campaigns().approveCampaign(campaign, leader.campaignNow(campaign), null);
        var launch = new LaunchCampaign().launchedOn(LocalDate.of(2024, 1, 5));
        var launched = leader.campaigns().launchCampaign(campaign, leader.campaignNow(campaign), null, launch);
        assertThat(launched.getStatus()).isEqualTo(CampaignStatus.LAUNCHED);
        var response = new GiveResponse()
                .unit(organiser)
                .respondedOn(LocalDate.of(2024, 1, 10))
                .addTargetsItem(
                        new Target().name("Hộ thoát nghèo").unitOfMeasure("hộ").value(BigDecimal.valueOf(12)));
        officer.responses().giveResponse(campaign, response, null);
        return campaign;
    }

    private static void reviewedRegistration(Province province, UUID campaign, UUID unit, UUID worker) {
        var self = province.as("worker");
        var draft = new DraftRegistration()
                .campaign(campaign)
                .unit(unit)
                .person(worker)
                .year(2024)
                .registeredOn(LocalDate.of(2024, 1, 15))
                .addTitlesAimedAtItem("LDTT")
                .addTasksItem("Số hóa hồ sơ");
        var id = self.registrations().draftRegistration(draft, null).getId();
        self.registrations().submitRegistration(id, self.registrationNow(id), null);
        var confirmer = province.as("confirmer");
        var why = new ReturnRegistration().reason("Chưa nêu thời hạn");
        var returned = confirmer.registrations().returnRegistration(id, confirmer.registrationNow(id), why, null);
        assertThat(returned.getStatus()).isEqualTo(RegistrationStatus.RETURNED);
        self.registrations().submitRegistration(id, self.registrationNow(id), null);
        confirmer.registrations().confirmRegistration(id, confirmer.registrationNow(id), null);
        var review = new ReviewRegistration()
                .reviewedOn(LocalDate.of(2024, 12, 10))
                .addDoneItem("Số hóa 1.200 hồ sơ")
                .addUndoneItem("Kho lưu trữ cũ")
                .remedy("Hoàn thành trong quý I/2025")
                .outcome(ReviewOutcome.PARTLY);
        var officer = province.as("officer");
        officer.reviews().reviewRegistration(id, review, null);
        assertThat(officer.registrations().getRegistration(id, null, null).getStatus())
                .isEqualTo(RegistrationStatus.REVIEWED);
    }

    private static UUID submittedNomination(Province province, UUID unit, UUID worker) {
        var officer = province.as("officer");
        var draft = new DraftNomination()
                .awardType("LDTT")
                .unit(unit)
                .person(worker)
                .year(2024)
                .proposedOn(LocalDate.of(2025, 1, 10))
                .addStatementsItem("SPIRIT")
                .achievement("Hoàn thành nhiệm vụ năm 2024");
        var id = officer.nominations().draftNomination(draft, null).getId();
        var judged = officer.nominations().submitNomination(id, officer.nominationNow(id), null);
        assertThat(judged.getStatus()).isEqualTo(NominationStatus.SUBMITTED);
        assertThat(judged.toString()).contains("Điều 24").contains("UNKNOWN");
        return id;
    }

    private static void returnedAndSubmittedAgain(Province province, UUID nomination, UUID unit, UUID worker) {
        var agency = province.as("agency");
        agency.nominations().receiveNomination(nomination, agency.nominationNow(nomination), null);
        var why = new ReturnNomination()
                .legalRef("Luật 06/2022/QH15, Điều 24 khoản 1")
                .reason("Thiếu kết quả đánh giá năm 2024");
        var returned = agency.nominations().returnNomination(nomination, agency.nominationNow(nomination), why, null);
        assertThat(returned.getStatus()).isEqualTo(NominationStatus.RETURNED);
        var officer = province.as("officer");
        var rating = new RecordRating()
                .unit(unit)
                .person(worker)
                .year(2024)
                .rating("HTT")
                .sourceDocument("Thông báo 15/TB-UBND")
                .sourceDate(LocalDate.of(2024, 12, 20));
        officer.facts().recordRating(rating, null);
        var judgedAgain = officer.nominations().submitNomination(nomination, officer.nominationNow(nomination), null);
        assertThat(judgedAgain.getJudgement().getVerdict()).isEqualTo(Verdict.MET);
    }

    private static GrantedAward signedDecision(Province province, UUID nomination, UUID issuer) {
        var draft = new DraftDecision().issuer(issuer).awardType("LDTT").addNominationsItem(nomination);
        var decision = province.as("agency").decisions().draftDecision(draft, null);
        var tag = LanToa.version(decision.getVersion());
        var signature = new SignDecision()
                .number("15/QĐ-UBND")
                .signedOn(LocalDate.of(2025, 1, 25))
                .place("Quang Trọng");
        var refused = catchThrowableOfType(
                ProblemException.class,
                () -> province.impatient("agency").decisions().signDecision(decision.getId(), tag, signature, null));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isNotBlank();
        var signed = province.as("chair").decisions().signDecision(decision.getId(), tag, signature, null);
        assertThat(signed.getStatus()).isEqualTo(DecisionStatus.SIGNED);
        return signed.getAwards().getFirst();
    }

    private static UUID merged(Province province, UUID first, UUID second) {
        var admin = province.as("admin");
        var result = new NewUnit()
                .name("Xã Minh Khai")
                .kind("COMMUNE")
                .sector("TERRITORY")
                .addIdentifiersItem(new NewIdentifier().value("01795"))
                .addPlacementsItem(new NewPlacement().line("ADMINISTRATIVE").parent(province.root));
        var merge = new Merge()
                .kind(Merge.KindEnum.MERGE)
                .sources(List.of(first, second))
                .result(result);
        var document = new LegalDocument()
                .number("1657/NQ-UBTVQH15")
                .issuedBy("Ủy ban Thường vụ Quốc hội")
                .signedOn(LocalDate.of(2025, 6, 16));
        var drafted = admin.reorganisations()
                .draftReorganisation(
                        new DraftReorganisation()
                                .document(document)
                                .effectiveOn(MERGER)
                                .addOperationsItem(new Operation(merge)),
                        null);
        var preview = admin.reorganisations().previewReorganisation(drafted.getId(), null);
        admin.reorganisations()
                .enactReorganisation(
                        drafted.getId(),
                        LanToa.version(drafted.getVersion()),
                        new EnactPreviewed().preview(preview.getFingerprint()),
                        null);
        var successor = admin.units().resolveUnit("01795", MERGER, null, null).getId();
        assertThat(successor).isNotEqualTo(second);
        assertThat(admin.units()
                        .resolveUnit("01795", MERGER.minusDays(1), null, null)
                        .getId())
                .isEqualTo(second);
        return successor;
    }
}
