package vn.lantoa.testsupport.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that keeps to its table passes; with a hole of any kind in it, the matrix names the hole. */
class AccessMatrixTest {
    private static final UUID DRAFT = UUID.fromString("0198c0de-0288-4da1-9201-890375a60c8f");
    private static final UUID OF_OTHERS = UUID.fromString("0198c0de-0288-4da1-9201-890375a60c90");
    private static final String ROLES = """
            roles:
              - code: OFFICER
                permissions: [{permission: paper.read}, {permission: paper.sign}]
              - code: READER
                permissions: [{permission: paper.read}]
              - code: CHIEF
                permissions: [{permission: paper.read, reach: PROVINCE}, {permission: paper.sign, reach: PROVINCE}]
              - code: OUTSIDER
                permissions: [{permission: other.read}]
            """;
    private static final String CONTRACT = """
            {"paths": {
              "/p/public/papers": {"get": {"operationId": "listPublicPapers", "x-lantoa-access": {"covers": "PUBLIC"}}},
              "/p/papers": {"get": {"operationId": "listPapers", "parameters": [{"name": "total"}],
                "x-lantoa-access": {"permission": "paper.read", "covers": "UNIT", "outside": "LEFT_OUT"}}},
              "/p/papers/{id}": {"get": {"operationId": "getPaper",
                "x-lantoa-access": {"permission": "paper.read", "covers": "UNIT", "outside": "NOT_FOUND"}}},
              "/p/papers/{id}/sign": {"post": {"operationId": "signPaper", "parameters": [{"name": "If-Match"}],
                "x-lantoa-access": {"permission": "paper.sign", "covers": "UNIT", "outside": "NOT_FOUND"}}},
              "/p/admin": {"get": {"operationId": "administer",
                "x-lantoa-access": {"permission": "paper.sign", "covers": "EVERYWHERE", "outside": "FORBIDDEN"}}}
            }}""";

    enum Hole {
        TOKEN_NOT_CHECKED,
        EXPIRED_TOKEN_BELIEVED,
        ROLE_NOT_ASKED,
        UNIT_NOT_ASKED,
        ANY_UNIT_ABOVE_ALL,
        ENDED_GRANT_HOLDS,
        EXISTENCE_TOLD,
        EXISTENCE_TOLD_BY_WORDS,
        LIST_UNFILTERED,
        COUNT_UNFILTERED,
        LIST_TOO_NARROW,
        LIST_TELLS_WHAT_IS_NOT_READ,
        MACHINE_SIGNS,
        WITHDRAWN_RIGHTS_HOLD
    }

    @Test
    void aServiceThatKeepsToTheTablePasses() throws IOException {
        assertThat(holes(CONTRACT, null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfHoleIsFound(Hole hole) throws IOException {
        assertThat(holes(CONTRACT, hole)).isNotEmpty();
    }

    @Test
    void anOperationWithoutARowFails() {
        var contract = CONTRACT.replace("\"x-lantoa-access\": {\"covers\": \"PUBLIC\"}", "\"summary\": \"new\"");
        assertThatThrownBy(() -> holes(contract, null)).hasMessageContaining("listPublicPapers has no row");
    }

    @Test
    void anOperationWithoutAThingFails() throws IOException {
        var contract = CONTRACT.replace("/p/papers/{id}\"", "/p/letters/{id}\"");
        assertThat(holes(contract, null)).anyMatch(hole -> hole.startsWith("getPaper") && hole.contains("laid out"));
    }

    private static List<String> holes(String contract, @Nullable Hole hole) throws IOException {
        var papers = new PaperActors();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(workers);
            server.createContext("/", exchange -> answer(exchange, contract, papers, hole));
            server.start();
            var address = "http://localhost:" + server.getAddress().getPort();
            var roles = RoleTable.of(new YAMLMapper().readTree(ROLES));
            try (var matrix = new AccessMatrix(new Papers(), address, roles, permissions -> papers)) {
                return matrix.holes();
            }
        } finally {
            server.stop(0);
        }
    }

    private static final class PaperActors implements Actors {
        private final AtomicBoolean withdrawn = new AtomicBoolean();

        @Override
        public String token(String role, Place place) {
            return "x." + role + "-" + place + ".sig";
        }

        @Override
        public Map<String, String> bad() {
            return Map.of("forged", "x.CHIEF-OWN.forged", "expired", "old.CHIEF-OWN.sig");
        }

        @Override
        public void withdraw() {
            withdrawn.set(true);
        }

        @Override
        public Duration known() {
            return Duration.ofMillis(50);
        }
    }

    private static void answer(HttpExchange exchange, String contract, PaperActors actors, @Nullable Hole hole)
            throws IOException {
        exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        var answer = path.equals("/q/openapi") ? new Calls.Answer(200, contract) : judge(exchange, path, actors, hole);
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Calls.Answer judge(HttpExchange exchange, String path, PaperActors actors, @Nullable Hole hole) {
        if (path.contains("/public/")) {
            return new Calls.Answer(200, "{}");
        }
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var parts = header == null
                ? new String[0]
                : header.substring("Bearer ".length()).split("\\.");
        boolean genuine = parts.length == 3
                && (parts[0].equals("x") || hole == Hole.EXPIRED_TOKEN_BELIEVED)
                && parts[2].equals("sig")
                && parts[1].matches("[A-Z]+-[A-Z_]+")
                && Set.of("OFFICER", "READER", "CHIEF", "OUTSIDER", "NOBODY", "MACHINE")
                        .contains(parts[1].split("-")[0])
                && List.of(Place.values()).stream().anyMatch(place -> parts[1].endsWith("-" + place));
        if (!genuine) {
            return hole == Hole.TOKEN_NOT_CHECKED && header != null
                    ? new Calls.Answer(200, "{}")
                    : new Calls.Answer(401, "");
        }
        if (actors.withdrawn.get() && hole != Hole.WITHDRAWN_RIGHTS_HOLD) {
            return new Calls.Answer(403, "forbidden");
        }
        return judge(parts[1].split("-")[0], Place.valueOf(parts[1].split("-")[1]), path, hole);
    }

    private static Calls.Answer judge(String role, Place place, String path, @Nullable Hole hole) {
        boolean signs = path.endsWith("/sign") || path.endsWith("/admin");
        boolean today = place.holdsToday() || place == Place.ENDED && hole == Hole.ENDED_GRANT_HOLDS;
        boolean held = today
                && (role.equals("OFFICER")
                        || role.equals("CHIEF")
                        || role.equals("READER") && !signs
                        || role.equals("MACHINE") && (!signs || hole == Hole.MACHINE_SIGNS));
        if (!held && !(hole == Hole.ROLE_NOT_ASKED && place.holdsToday())) {
            return new Calls.Answer(403, "forbidden");
        }
        boolean everywhere = role.equals("CHIEF") || place == Place.EVERYWHERE;
        boolean within = everywhere
                || place == Place.OWN
                || place == Place.ABOVE
                || place == Place.ENDED
                || place == Place.OTHER_LINE && hole == Hole.ANY_UNIT_ABOVE_ALL
                || hole == Hole.UNIT_NOT_ASKED;
        if (path.endsWith("/admin")) {
            return everywhere ? new Calls.Answer(200, "") : new Calls.Answer(403, "forbidden");
        }
        if (path.endsWith("/papers")) {
            boolean listed = hole == Hole.LIST_UNFILTERED || within && hole != Hole.LIST_TOO_NARROW;
            boolean others = hole == Hole.LIST_TELLS_WHAT_IS_NOT_READ && !listed;
            return new Calls.Answer(
                    200,
                    "{\"items\":[" + (listed ? "{\"id\":\"" + DRAFT + "\"}" : "")
                            + (others ? "{\"id\":\"" + OF_OTHERS + "\"}" : "") + "],\"total\":"
                            + (listed || others || hole == Hole.COUNT_UNFILTERED ? 1 : 0) + "}");
        }
        boolean there = path.contains(DRAFT.toString());
        if (there && !within && hole == Hole.EXISTENCE_TOLD) {
            return new Calls.Answer(403, "outside");
        }
        if (there && !within && hole == Hole.EXISTENCE_TOLD_BY_WORDS) {
            return new Calls.Answer(404, "no such paper in your unit");
        }
        if (!there || !within) {
            return new Calls.Answer(404, "no such paper");
        }
        return signs ? new Calls.Answer(428, "") : new Calls.Answer(200, "paper");
    }

    private record Papers() implements AccessWorld {
        @Override
        public DataSource database() {
            throw new IllegalStateException("no grants are written here");
        }

        @Override
        public String base() {
            return "/p";
        }

        @Override
        public UUID unit(Place place) {
            return DRAFT;
        }

        @Override
        public List<Thing> things() {
            return List.of(Thing.of("draft", "/papers/{id}", Map.of("id", DRAFT.toString())));
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of();
        }

        @Override
        public Map<String, String> queries() {
            return Map.of();
        }

        @Override
        public Map<String, String> lists() {
            return Map.of("listPapers", "/papers/{id}");
        }

        @Override
        public Map<String, String> elsewhere() {
            return Map.of();
        }

        @Override
        public BiPredicate<String, Set<String>> ofMachines() {
            return (permission, listed) -> permission.endsWith(".read");
        }
    }
}
