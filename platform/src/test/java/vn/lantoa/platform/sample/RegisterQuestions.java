package vn.lantoa.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.units.api.AccessApi;
import vn.lantoa.client.units.api.FilesApi;
import vn.lantoa.client.units.api.MembershipsApi;
import vn.lantoa.client.units.api.MyRecordApi;
import vn.lantoa.client.units.api.PersonsApi;
import vn.lantoa.client.units.api.ReorganisationsApi;
import vn.lantoa.client.units.api.TransfersApi;
import vn.lantoa.client.units.api.UnitsApi;
import vn.lantoa.client.units.model.CorrectionRequestStatus;
import vn.lantoa.client.units.model.CorrectionRequestView;
import vn.lantoa.client.units.model.DuplicatePair;
import vn.lantoa.client.units.model.Effect;
import vn.lantoa.client.units.model.MembershipKind;
import vn.lantoa.client.units.model.MembershipView;
import vn.lantoa.client.units.model.PersonKind;
import vn.lantoa.client.units.model.PostKind;
import vn.lantoa.client.units.model.PostView;
import vn.lantoa.client.units.model.RelationView;
import vn.lantoa.client.units.model.ReorganisationStatus;
import vn.lantoa.client.units.model.RoleGrantView;
import vn.lantoa.client.units.model.TransferStatus;
import vn.lantoa.client.units.model.TransferView;

/** What the register remembers beside units: everything of register.yaml is there and answers. */
abstract class RegisterQuestions {
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate LAST_DAY = REFORM.minusDays(1);
    private static final LocalDate LATER = LocalDate.of(2026, 1, 1);
    private static final UUID MINH_KHAI = UnitEntry.id("01795");

    private final LanToa administrator = as("admin");
    private final UnitsApi units = new UnitsApi(administrator.units());
    private final PersonsApi persons = new PersonsApi(administrator.units());
    private final MembershipsApi memberships = new MembershipsApi(administrator.units());
    private final AccessApi access = new AccessApi(administrator.units());
    private final ReorganisationsApi reorganisations = new ReorganisationsApi(administrator.units());

    private static LanToa as(String user) {
        return SampleQuestionsTest.as(user);
    }

    @Test
    void theReformOfTheProvinceIsOneDocument() {
        var reform = reorganisations.getReorganisation(Keys.id("reorganisation", "TERRITORY2025-07-01"), null);

        assertThat(reform.getDocument().getNumber()).isEqualTo("1657/NQ-UBTVQH15");
        assertThat(reform.getStatus()).isEqualTo(ReorganisationStatus.ENACTED);
        assertThat(reform.getOperations().stream()
                        .map(operation ->
                                operation.getActualInstance().getClass().getSimpleName())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .containsEntry("Merge", 56L)
                .containsEntry("Dissolve", 10L)
                .containsEntry("HandOver", 4L)
                .hasSize(3);
    }

    @Test
    void membersOfTheMergedCommunesMovedWithTheReason() {
        assertThat(members("before-01813", LAST_DAY, null)).hasSize(9);
        assertThat(members("before-01795", LAST_DAY, null)).hasSize(9);
        assertThat(members("01795", REFORM, null)).hasSize(9 + 9 + 1).allSatisfy(member -> {
            assertThat(member.getReason()).isEqualTo("REORGANISATION");
            assertThat(member.getReorganisation()).isEqualTo(Keys.id("reorganisation", "TERRITORY2025-07-01"));
        });
    }

    @Test
    void peopleOfTheEndedDistrictWentWhereTheDocumentSaid() {
        assertThat(memberships
                        .listMemberships(PeopleLoader.id("hua-van-luan"), null)
                        .getItems())
                .extracting(MembershipView::getUnitName, MembershipView::getValidTo, MembershipView::getReason)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("Huyện Thạch An", REFORM, "RECRUITED"),
                        Tuple.tuple("Xã Thạch An", null, "REORGANISATION"));
    }

    @Test
    void partyMembersMovedOnTheirOwnLineAndOnlyThatLineSeesThem() {
        assertThat(members("dbx-minh-khai", REFORM, "PARTY"))
                .extracting(MembershipView::getReason)
                .hasSize(14)
                .containsOnly("REORGANISATION");
        assertThat(members("cb-vp-so-noi-vu", LocalDate.of(2025, 3, 1), "PARTY"))
                .hasSize(4);
        var commune = new MembershipsApi(as("leader-commune").units());
        assertThat(commune.listMemberships(PeopleLoader.id("be-van-lam"), null).getItems())
                .extracting(MembershipView::getLine)
                .containsOnly("ADMINISTRATIVE");
    }

    @Test
    void aSecondmentStandsBesideTheOwnUnit() {
        assertThat(memberships
                        .listMemberships(PeopleLoader.id("dinh-thi-van"), LATER)
                        .getItems())
                .extracting(MembershipView::getKind, MembershipView::getUnit)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(MembershipKind.PRIMARY, UnitEntry.id("tt-luu-tru")),
                        Tuple.tuple(MembershipKind.SECONDMENT, MINH_KHAI));
    }

    @Test
    void postsAreHeldBesideEachOtherAndGoOnOverTheMerger() {
        assertThat(persons.listPosts(PeopleLoader.id("leader-commune")).getItems())
                .extracting(PostView::getKind)
                .contains(PostKind.CONCURRENT);
        assertThat(persons.listPosts(PeopleLoader.id("officer-minh-khai")).getItems())
                .extracting(PostView::getUnit)
                .containsExactlyInAnyOrder(UnitEntry.id("before-01795"), MINH_KHAI);
    }

    @Test
    void oneTransferIsAcceptedAndOneWaitsForTheOtherUnit() {
        assertThat(memberships
                        .listMemberships(PeopleLoader.id("ly-van-thang"), LATER)
                        .getItems())
                .singleElement()
                .satisfies(now -> {
                    assertThat(now.getUnit()).isEqualTo(MINH_KHAI);
                    assertThat(now.getReason()).isEqualTo("TRANSFER");
                });
        var request = TransfersApi.APIListTransfersRequest.newBuilder()
                .awaiting(true)
                .status(TransferStatus.PROPOSED)
                .build();
        var inbox = new TransfersApi(as("officer-snv").units()).listTransfers(request);
        assertThat(inbox.getItems()).extracting(TransferView::getPersonName).containsExactly("Hứa Thị Kim (SAMPLE)");
    }

    @Test
    void aGrantFollowedTheMergerAndIsDelegated() {
        var request = AccessApi.APIListRoleGrantsRequest.newBuilder()
                .asOf(LATER)
                .person(PeopleLoader.id("leader-commune"))
                .role("LEADER")
                .unit(MINH_KHAI)
                .build();
        var followed = access.listRoleGrants(request);
        assertThat(followed.getItems())
                .singleElement()
                .satisfies(grant -> assertThat(grant.getSucceeds()).isNotNull());

        assertThat(new AccessApi(as("leader-commune").units()).getMe().getDelegations())
                .hasSize(1);
        assertThat(new AccessApi(as("deputy-commune").units()).getMe().getGrants())
                .extracting(RoleGrantView::getRole)
                .containsExactly("LEADER");
    }

    @Test
    void aCodeOfAnAgencyIsBorneByAnotherSince() {
        assertThat(bearer("QD20", "H14.12", LocalDate.of(2025, 2, 28)))
                .isEqualTo("Sở Lao động – Thương binh và Xã hội");
        assertThat(bearer("QD20", "H14.12", LocalDate.of(2025, 3, 1))).isEqualTo("Trường Trung cấp Nghề tỉnh Cao Bằng");
        assertThat(bearer("QCVN102", "000.00.00.H14", LocalDate.of(2020, 1, 1)))
                .isEqualTo("Ủy ban nhân dân tỉnh Cao Bằng");
        assertThat(bearer("PARTY_CODE", "04.012", LATER)).isEqualTo("Đảng bộ Sở Nội vụ");
    }

    private String bearer(String scheme, String code, LocalDate day) {
        return units.resolveUnit(code, day, scheme, null).getName();
    }

    @Test
    void unitsHaveProfilesOverTime() {
        assertThat(units.listUnitProfiles(UnitEntry.id("so-noi-vu")).getItems()).hasSize(2);
        assertThat(units.getUnitProfile(MINH_KHAI, LATER).getContacts().getPhone())
                .isEqualTo("0206 000 1795");
    }

    @Test
    void partyCellsServeOfficesAndUnionsCoverAreas() {
        assertThat(related("cb-ban-tdkt", LATER))
                .extracting(RelationView::getKind, RelationView::getTarget)
                .containsExactly(Tuple.tuple("SERVES", UnitEntry.id("ban-tdkt")));
        assertThat(related("01795", LATER))
                .extracting(RelationView::getKind, RelationView::getSourceName)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("COVERS_AREA", "Hội Liên hiệp Phụ nữ xã Minh Khai"),
                        Tuple.tuple("COVERS_AREA", "Đảng bộ xã Minh Khai"));
        assertThat(related("053", LAST_DAY))
                .extracting(RelationView::getSourceName)
                .containsExactlyInAnyOrder("Hội Liên hiệp Phụ nữ huyện Thạch An", "Huyện ủy Thạch An");
        assertThat(related("053", REFORM)).isEmpty();
    }

    private List<RelationView> related(String unit, LocalDate day) {
        var request = UnitsApi.APIListUnitRelationsRequest.newBuilder()
                .unit(UnitEntry.id(unit))
                .asOf(day)
                .limit(200)
                .build();
        return units.listUnitRelations(request).getItems();
    }

    @Test
    void recipientsOfEveryKindAreThere() {
        for (var kind : List.of(
                PersonKind.INDIVIDUAL,
                PersonKind.HOUSEHOLD,
                PersonKind.GROUP,
                PersonKind.FOREIGNER,
                PersonKind.ENTERPRISE)) {
            var request = PersonsApi.APIListPersonsRequest.newBuilder()
                    .kind(kind)
                    .limit(200)
                    .build();
            assertThat(persons.listPersons(request).getItems())
                    .as(kind.getValue())
                    .isNotEmpty()
                    .allSatisfy(person -> assertThat(person.getName()).contains("SAMPLE"));
        }
        assertThat(persons.getPerson(PeopleLoader.id("nhom-cuu-nguoi"), null).getMembers())
                .hasSize(3);
    }

    @Test
    void oneTwiceEnteredRecordIsMergedAndOneIsACandidate() {
        assertThat(persons.listPersonMerges(PeopleLoader.id("chu-van-hoc-2016")).getItems())
                .hasSize(1);
        var request = PersonsApi.APIListPersonDuplicatesRequest.newBuilder()
                .person(PeopleLoader.id("lam-thi-huong"))
                .build();
        var open = persons.listPersonDuplicates(request);
        assertThat(open.getItems()).singleElement().satisfies(RegisterQuestions::namesItsReasons);
    }

    private static void namesItsReasons(DuplicatePair pair) {
        assertThat(pair.getReasons())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("SAME_NAME", "SAME_BIRTH_DATE", "SAME_UNIT");
        assertThat(pair.getScore()).isEqualTo(1.0);
    }

    @Test
    void peopleAskedForCorrectionsOfTheirRecords() {
        assertThat(wishes("member"))
                .extracting(CorrectionRequestView::getStatus)
                .containsExactly(CorrectionRequestStatus.OPEN);
        assertThat(wishes("secretary-cell"))
                .extracting(CorrectionRequestView::getStatus)
                .containsExactly(CorrectionRequestStatus.ACCEPTED);
    }

    private static List<CorrectionRequestView> wishes(String user) {
        return new MyRecordApi(as(user).units())
                .listMyCorrectionRequests(null, null, null)
                .getItems();
    }

    @Test
    void aDraftOfTheFutureTellsItsConsequencesAndAnotherWasTakenBack() {
        var preview = reorganisations.previewReorganisation(Keys.id("reorganisation", "2030-minh-khai"), null);

        assertThat(preview.getFits()).isTrue();
        assertThat(preview.getTally()).anySatisfy(tally -> {
            assertThat(tally.getFact()).isEqualTo("membership");
            assertThat(tally.getEffect()).isEqualTo(Effect.MOVES);
            assertThat(tally.getCount()).isGreaterThanOrEqualTo(20);
        });
        assertThat(preview.getGrants()).isNotEmpty();
        assertThat(reorganisations
                        .getReorganisation(Keys.id("reorganisation", "2030-truong-nghe"), null)
                        .getStatus())
                .isEqualTo(ReorganisationStatus.ANNULLED);
    }

    @Test
    void theFileOfPeopleStandsAmongTheImports() {
        var request =
                FilesApi.APIListImportsRequest.newBuilder().kind("persons").build();
        var imports = new FilesApi(administrator.units()).listImports(request).getItems();
        assertThat(imports).isNotEmpty();
        assertThat(imports.getLast().getWritten()).isEqualTo(21);
    }

    @Test
    void everybodyWithAnAccountIsWhoTheFilesSay() {
        for (var person : SampleData.people()) {
            var account = Json.optional(person, "account");
            if (account != null) {
                assertThat(new AccessApi(as(account).units())
                                .getMe()
                                .getPerson()
                                .getName())
                        .isEqualTo(Json.text(person, "name"));
            }
        }
    }

    private List<MembershipView> members(String unit, LocalDate day, String line) {
        var request = MembershipsApi.APIListMembersRequest.newBuilder()
                .unit(UnitEntry.id(unit))
                .asOf(day)
                .limit(200)
                .line(line == null ? "ADMINISTRATIVE" : line)
                .build();
        return memberships.listMembers(request).getItems();
    }
}
