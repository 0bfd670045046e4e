package vn.lantoa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.SharedServices;

/** A campaign that closes at the same instant as the last registration. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ClosingRaceTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void noRegistrationIsCommittedAfterTheClosing() throws Exception {
        var campaign = province.launchedCampaign();
        var villages = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            villages.add(units.unit("Xóm " + i, province.department()));
        }
        var start = new CyclicBarrier(villages.size() + 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var registered = villages.stream()
                    .map(village -> threads.submit(() -> {
                        start.await();
                        return province.officer().posts("/registrations", Province.registration(campaign, village));
                    }))
                    .toList();
            var closed = threads.submit(() -> {
                start.await();
                return province.leader().acts("/campaigns/" + campaign, "close");
            });

            assertThat(closed.get().statusCode()).isEqualTo(200);
            var whenClosed = registrationsOf(campaign);
            assertThat(statuses(registered)).isSubsetOf(201, 409);
            assertThat(registrationsOf(campaign)).isEqualTo(whenClosed);
        }
    }

    @Test
    void theClosingWaitsForARegistrationUnderWay() throws Exception {
        var campaign = province.launchedCampaign();
        try (var registering = SharedServices.superuser("campaigns").getConnection()) {
            registering.setAutoCommit(false);
            execute(registering, "SELECT id FROM campaign WHERE id = ?::uuid FOR KEY SHARE", campaign);
            var closing =
                    CompletableFuture.supplyAsync(() -> province.leader().acts("/campaigns/" + campaign, "close"));
            await().until(() -> somebodyWaitsForALock("FOR UPDATE"));
            assertThat(closing).isNotDone();

            registering.commit();
            assertThat(closing.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRegistrationWaitsForAClosingUnderWay() throws Exception {
        var campaign = province.launchedCampaign();
        try (var closing = SharedServices.superuser("campaigns").getConnection()) {
            closing.setAutoCommit(false);
            execute(closing, "SELECT id FROM campaign WHERE id = ?::uuid FOR UPDATE", campaign);
            var registering = CompletableFuture.supplyAsync(() ->
                    province.officer().posts("/registrations", Province.registration(campaign, province.department())));
            await().until(() -> somebodyWaitsForALock("FOR KEY SHARE"));
            execute(
                    closing,
                    "UPDATE campaign SET status = 'CLOSED', closed_on = launched_on WHERE id = ?::uuid RETURNING id",
                    campaign);

            closing.commit();
            assertThat(registering.get().statusCode()).isEqualTo(409);
        }
    }

    @Test
    void twinsUnderOneKeyRegisterOnce() throws Exception {
        var body = Province.registration(province.launchedCampaign(), province.department());
        var key = World.newId();
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return province.officer()
                                .calls()
                                .header("Idempotency-Key", key)
                                .body(body)
                                .post("/registrations");
                    }))
                    .toList();

            assertThat(statuses(answers)).containsOnly(201);
            assertThat(bodies(answers)).hasSize(1);
        }
        body.put("year", 2027);
        province.officer()
                .calls()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/registrations")
                .then()
                .statusCode(422);
    }

    private static List<Integer> statuses(List<Future<Response>> answers) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        return statuses;
    }

    private static List<String> bodies(List<Future<Response>> answers) {
        return answers.stream()
                .map(answer -> {
                    try {
                        return answer.get().asString();
                    } catch (InterruptedException | ExecutionException failed) {
                        throw new IllegalStateException(failed);
                    }
                })
                .distinct()
                .toList();
    }

    private static void execute(Connection connection, String sql, String campaign) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, campaign);
            statement.executeQuery().close();
        }
    }

    private static boolean somebodyWaitsForALock(String how) {
        return count("SELECT count(*) FROM pg_stat_activity WHERE datname = 'campaigns' AND wait_event_type = 'Lock'"
                        + " AND query LIKE '%" + how + "%'")
                == 1;
    }

    private static long registrationsOf(String campaign) {
        return count("SELECT count(*) FROM registration WHERE campaign = '" + campaign + "'");
    }

    private static long count(String sql) {
        DataSource database = SharedServices.superuser("campaigns");
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
