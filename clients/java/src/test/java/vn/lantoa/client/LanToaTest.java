package vn.lantoa.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.client.FakeService.Answer;
import vn.lantoa.client.FakeService.Request;
import vn.lantoa.client.campaigns.api.CampaignsApi;
import vn.lantoa.client.campaigns.model.CampaignStatus;
import vn.lantoa.client.campaigns.model.ReviseCampaign;
import vn.lantoa.client.units.api.UnitsApi;
import vn.lantoa.client.units.model.GivenPlacement;
import vn.lantoa.client.units.model.PageUnitSummary;
import vn.lantoa.client.units.model.RegisterUnit;
import vn.lantoa.client.units.model.UnitSummary;

class LanToaTest {
    private static final UUID ID = UUID.fromString("0198c0de-8f00-7204-9980-0998ecf8427e");

    private FakeService service;

    private LanToa answering(Function<Request, Answer> answers) throws IOException {
        service = new FakeService(answers);
        return service.lantoa().build();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aRequestCarriesTokenLanguageAndKeyAndLeavesOutWhatIsNotSaid() throws IOException {
        var units = new UnitsApi(answering(request -> new Answer(201, "{}")).units());

        units.registerUnit(
                new RegisterUnit()
                        .name("Xã Minh Khai")
                        .kind("COMMUNE")
                        .sector("TERRITORY")
                        .validFrom(LocalDate.of(2025, 7, 1))
                        .addPlacementsItem(new GivenPlacement().line("ADMINISTRATIVE")),
                null);

        var request = service.seen.get(0);
        assertThat(request.path()).isEqualTo("/api/units/v1/units");
        assertThat(request.header("Authorization")).isEqualTo("Bearer secret");
        assertThat(request.header("Accept-language")).isEqualTo("vi");
        assertThat(request.header("Idempotency-key")).hasSize(36);
        assertThat(request.body())
                .contains("\"name\":\"Xã Minh Khai\"", "\"validFrom\":\"2025-07-01\"")
                .doesNotContain("null", "shortName", "identifiers");
    }

    @Test
    void aPostIsRepeatedUnderTheSameKeyUntilItSucceeds() throws IOException {
        var calls = new AtomicInteger();
        var units = new UnitsApi(
                answering(request -> calls.incrementAndGet() < 3 ? new Answer(503, "{}") : new Answer(201, unit()))
                        .units());

        var unit =
                units.registerUnit(new RegisterUnit().name("X").kind("COMMUNE").sector("TERRITORY"), null);

        assertThat(unit.getName()).isEqualTo("Phường Thục Phán");
        assertThat(service.seen).hasSize(3);
        assertThat(service.seen.stream()
                        .map(request -> request.header("Idempotency-key"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theCallersOwnKeyIsKept() throws IOException {
        var units = new UnitsApi(answering(request -> new Answer(201, unit())).units());

        units.registerUnit(new RegisterUnit().name("X").kind("COMMUNE").sector("TERRITORY"), "my-key");

        assertThat(service.seen.get(0).header("Idempotency-key")).isEqualTo("my-key");
    }

    @Test
    void aChangeWithoutAKeyIsNotRepeated() throws IOException {
        var campaigns =
                new CampaignsApi(answering(request -> new Answer(503, "{}")).campaigns());

        var problem =
                catchThrowableOfType(ProblemException.class, () -> campaigns.discardCampaign(ID, LanToa.version(3L)));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(service.seen).hasSize(1);
        assertThat(service.seen.get(0).header("If-match")).isEqualTo("\"3\"");
    }

    @Test
    void aRefusalSaysWhatAndWhere() throws IOException {
        var units = new UnitsApi(answering(request -> new Answer(400, """
                        {"type": "urn:lantoa:problem:invalid-request", "title": "Dữ liệu chưa hợp lệ", "status": 400,
                         "detail": "Xem errors", "errors": [{"pointer": "/name", "code": "missing", "detail": "Thiếu tên"}]}""")).units());

        var problem = catchThrowableOfType(
                ProblemException.class,
                () -> units.registerUnit(new RegisterUnit().kind("COMMUNE").sector("TERRITORY"), null));

        assertThat(problem.code()).isEqualTo("invalid-request");
        assertThat(problem.title()).isEqualTo("Dữ liệu chưa hợp lệ");
        assertThat(problem.errors()).containsExactly(new ProblemException.FieldError("/name", "missing", "Thiếu tên"));
        assertThat(problem).hasMessageContainingAll("POST", "/api/units/v1/units", "400", "/name");
    }

    @Test
    void aRefusalThatAsksForMorePatienceThanThereIsIsThrownAtOnce() throws IOException {
        var units = new UnitsApi(answering(request -> new Answer(429, "too many", Map.of("Retry-After", "3600")))
                .units());

        var problem = catchThrowableOfType(ProblemException.class, () -> units.getUnit(ID, null, null));

        assertThat(problem.retryAfter()).contains(Duration.ofHours(1));
        assertThat(problem.code()).isEmpty();
        assertThat(service.seen).hasSize(1);
    }

    @Test
    void whatANewerServiceAddsDoesNotStopThisClient() throws IOException {
        var campaigns = new CampaignsApi(
                answering(request -> new Answer(200, "{\"status\": \"SUSPENDED_BY_LAW\", \"colour\": \"red\"}"))
                        .campaigns());

        var campaign = campaigns.getCampaign(ID, null, null);

        assertThat(campaign.getStatus()).isEqualTo(CampaignStatus.UNKNOWN_DEFAULT_OPEN_API);
    }

    @Test
    void aMergePatchClearsWhatIsNullAndLeavesWhatIsNotSaid() throws IOException {
        var campaigns =
                new CampaignsApi(answering(request -> new Answer(200, "{}")).campaigns());

        campaigns.reviseCampaign(
                ID, LanToa.version(2L), new ReviseCampaign().title("Mới").objective(null));

        var request = service.seen.get(0);
        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.header("Content-type")).isEqualTo("application/merge-patch+json");
        assertThat(request.body()).isEqualTo("{\"title\":\"Mới\",\"objective\":null}");
    }

    @Test
    void aListIsReadOverAllItsPages() throws IOException {
        var units = new UnitsApi(answering(request -> request.path().contains("cursor=two")
                        ? new Answer(200, "{\"items\": [{\"name\": \"C\"}], \"next\": null}")
                        : new Answer(200, "{\"items\": [{\"name\": \"A\"}, {\"name\": \"B\"}], \"next\": \"two\"}"))
                .units());

        var all = Pages.all(
                cursor -> units.listUnits(UnitsApi.APIListUnitsRequest.newBuilder()
                        .q("quang trọng")
                        .cursor(cursor)
                        .build()),
                PageUnitSummary::getItems,
                PageUnitSummary::getNext);

        assertThat(all.map(UnitSummary::getName)).containsExactly("A", "B", "C");
        assertThat(service.seen.get(0).path())
                .contains("q=quang%20tr%E1%BB%8Dng")
                .doesNotContain("cursor");
    }

    private static String unit() {
        return "{\"id\": \"" + ID + "\", \"name\": \"Phường Thục Phán\", \"version\": 1}";
    }
}
