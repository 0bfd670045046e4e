package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lantoa.platform.Part;

/** REORG: one document with 200 operations, previewed and enacted among 100,000 units with their members. */
final class ReorganiseMany implements Scenario {
    private static final int OPERATIONS = 200;
    private static final double PREVIEW_GOAL = 1;
    private static final double ENACT_GOAL = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "REORG";
    }

    @Override
    public String title() {
        return "a reorganisation of 200 operations, previewed and enacted";
    }

    @Override
    public boolean atScale() {
        return true;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Gets.demand(bench, "kind RENAME");
        bench.scale();
        var previews = new ArrayList<Double>();
        var enactments = new ArrayList<Double>();
        int rounds = bench.quick() ? 1 : 3;
        long moved = 0;
        for (int round = 0; round <= rounds; round++) {
            var id = draft(bench, round);
            long begun = System.nanoTime();
            var preview = JSON.readTree(send(bench, id, "preview", -1, "{}"));
            double previewed = (System.nanoTime() - begun) / 1e9;
            if (!preview.path("problems").isEmpty()) {
                throw new IllegalStateException("problems: " + preview.path("problems"));
            }
            begun = System.nanoTime();
            enact(bench, id, preview);
            double enacted = (System.nanoTime() - begun) / 1e9;
            // the first one finds a service that has done no such thing yet
            if (round > 0) {
                previews.add(previewed);
                enactments.add(enacted);
            }
            moved = Jdbc.count(
                    bench.database("units"), "SELECT count(*) FROM membership WHERE reorganisation = '" + id + "'");
            bench.awaitOutboxEmpty("units");
        }
        var beside = "%d memberships move".formatted(moved);
        return List.of(
                Figure.absolute(
                        name(),
                        "preview of %d operations".formatted(OPERATIONS),
                        "%.2f s",
                        previews,
                        beside,
                        "< 1 s",
                        Rounds.median(previews) < PREVIEW_GOAL),
                Figure.absolute(
                        name(),
                        "enacting them",
                        "%.2f s",
                        enactments,
                        beside,
                        "< 2 s",
                        Rounds.median(enactments) < ENACT_GOAL));
    }

    private static void enact(Bench bench, UUID id, JsonNode preview) {
        send(
                bench,
                id,
                "enact",
                preview.path("version").asInt(),
                "{\"preview\":\"" + preview.path("fingerprint").asText() + "\"}");
    }

    private static String send(Bench bench, UUID id, String act, int version, String json) {
        return Setup.post(bench.platform(), Part.UNITS, "admin", "/reorganisations/" + id + "/" + act, version, json);
    }

    private static UUID draft(Bench bench, int round) throws Exception {
        var day = LocalDate.now(Bench.PROVINCE).plusDays(10);
        var operations = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < OPERATIONS; i++) {
            // offices with an uneven number are as they always were
            operations.add(operation(round, i, 1 + 2 * (round * OPERATIONS + i)));
        }
        var body = Map.of(
                "document",
                Map.of(
                        "number",
                        "BM-" + round + "/NQ",
                        "issuedBy",
                        "HĐND tỉnh",
                        "signedOn",
                        day.minusDays(20).toString()),
                "effectiveOn",
                day.toString(),
                "operations",
                operations);
        return UUID.fromString(Bench.idOf(Setup.post(
                bench.platform(), Part.UNITS, "admin", "/reorganisations", -1, JSON.writeValueAsString(body))));
    }

    /** Of eight operations four merge three leaves each; the others dissolve one, rename, recode and move an office. */
    private static Map<String, Object> operation(int round, int i, int office) {
        var unit = Scale.unit(Scale.office(office)).toString();
        var mark = round + "." + i;
        return switch (i % 8) {
            case 4 -> Map.of("kind", "DISSOLVE", "unit", leaf(office, 14), "successors", List.of(leaf(office, 15)));
            case 5 -> Map.of("kind", "RENAME", "unit", unit, "name", "Phòng đổi tên " + mark);
            case 6 -> Map.of("kind", "RECODE", "unit", unit, "scheme", "QD20", "value", "H14.BR." + mark);
            case 7 -> Map.of("kind", "REPARENT", "unit", unit, "line", "ADMINISTRATIVE", "parent", next(office));
            default ->
                Map.of(
                        "kind",
                        "MERGE",
                        "sources",
                        List.of(leaf(office, 11), leaf(office, 12), leaf(office, 13)),
                        "result",
                        Map.of(
                                "name",
                                "Trung tâm hợp nhất " + mark,
                                "kind",
                                "CENTRE",
                                "sector",
                                "STATE",
                                "identifiers",
                                List.of(Map.of("scheme", "QD20", "value", "H14.BM." + mark)),
                                "placements",
                                List.of(Map.of("line", "ADMINISTRATIVE", "parent", unit))));
        };
    }

    /** The agency after the one that the office stands under. */
    private static String next(int office) {
        int agency = (office - 1) / (Scale.OFFICES / Scale.WIDE);
        return Scale.unit(Scale.FIRST_WIDE + (agency + 1) % Scale.WIDE).toString();
    }

    private static String leaf(int office, int m) {
        return Scale.unit(Scale.leaf(office, m)).toString();
    }
}
