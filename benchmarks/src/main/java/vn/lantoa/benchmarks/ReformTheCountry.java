package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Platform;
import vn.lantoa.platform.Progress;
import vn.lantoa.platform.Status;
import vn.lantoa.testsupport.Folders;

/**
 * NATIONAL: the units of the whole country registered by file, the reform of 2025 read from a mapping table, every document
 * of it previewed and enacted; then old and new units are held against each other.
 */
final class ReformTheCountry implements Scenario {
    private static final double PREVIEW_GOAL = 1;
    private static final double ENACT_GOAL = 2;
    private static final String BEFORE = "2025-06-30";
    private static final String DAY = "2025-07-01";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "NATIONAL";
    }

    @Override
    public String title() {
        return "the reform of the whole country, from a mapping table to the last document enacted";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Gets.demand(bench, "uploadImport");
        bench.stop();
        var platform = bench.another("national");
        try {
            platform.start(Progress.silent());
            platform.stop(Part.CAMPAIGNS);
            platform.stop(Part.RECOGNITION);
            return new Run(platform, bench.scratch("national-files")).figures();
        } finally {
            platform.stop();
            Folders.delete(platform.settings().home());
            bench.start();
        }
    }

    /** One country on one platform. */
    private final class Run {
        private final Platform platform;
        private final Path folder;
        private final List<Double> previews = new ArrayList<>();
        private final List<Double> enactments = new ArrayList<>();
        private int operations;

        Run(Platform platform, Path folder) {
            this.platform = platform;
            this.folder = folder;
        }

        List<Figure> figures() throws Exception {
            var country = Setup.create(platform, Part.UNITS, "admin", "/units", """
                    {"name":"Cả nước","kind":"COUNTRY","sector":"TERRITORY","placements":[{"line":"ADMINISTRATIVE"}]}""");
            var national = new National(country.toString());
            var size = national.size();
            var registered = take("units", national.register(folder.resolve("units.csv")), size.units());
            var mapped = take("reorganisation-mappings", national.mapping(folder.resolve("mapping.csv")), size.rows());
            var drafts = drafts(size);
            for (var draft : drafts) {
                carryOut(draft);
            }
            long memory = platform.status().stream()
                    .filter(status -> status.part() == Part.UNITS)
                    .mapToLong(Status::mebibytes)
                    .sum();
            long orphans = reconcile(size, country.toString());
            return List.of(
                    shown("registering %d units by file".formatted(size.units()), registered, ""),
                    shown(
                            "mapping table of %d rows, judged and drafted as %d documents, %d operations"
                                    .formatted(size.rows(), drafts.size(), operations),
                            mapped,
                            "no row unresolved"),
                    judged("preview of a document of one province", previews, PREVIEW_GOAL),
                    judged("enacting a document of one province", enactments, ENACT_GOAL),
                    shown(
                            "enacting that of the provinces, with everything that stands under them",
                            enactments.getLast(),
                            "preview %.1f s".formatted(previews.getLast())),
                    shown(
                            "previewing and enacting all of them",
                            sum(previews) + sum(enactments),
                            "service then at %d MiB".formatted(memory)),
                    Figure.absolute(
                            name(),
                            "units of the old order without a place in the new one; %d communes are %d, %d provinces are %d"
                                    .formatted(
                                            size.communesBefore(),
                                            size.communesAfter() + size.communesKept(),
                                            size.provincesBefore(),
                                            size.provincesAfter()),
                            "%.0f",
                            List.of((double) orphans),
                            "%d districts ended".formatted(size.districts()),
                            "0",
                            orphans == 0));
        }

        private Figure shown(String what, double seconds, String against) {
            return Figure.absolute(name(), what, "%.1f s", List.of(seconds), against, "shown", true);
        }

        private Figure judged(String what, List<Double> seconds, double goal) {
            // the last one is that of the provinces
            var each = seconds.subList(0, seconds.size() - 1);
            return Figure.absolute(
                    name(),
                    what,
                    "%.2f s",
                    each,
                    "%d documents".formatted(each.size()),
                    "< %.0f s".formatted(goal),
                    Rounds.median(each) < goal);
        }

        /** Uploaded, judged and written; the seconds it took. */
        private double take(String kind, Path file, int rows) throws Exception {
            long begun = System.nanoTime();
            var id = JSON.readTree(Setup.upload(
                            platform,
                            Part.UNITS,
                            "admin",
                            "/imports?kind=" + kind + "&mode=ALL_OR_NOTHING",
                            "text/csv",
                            file))
                    .path("id")
                    .asText();
            var judged = await(id, "VALIDATED");
            if (judged.path("wrong").asInt() != 0) {
                throw new IllegalStateException(judged + " " + get("/imports/" + id + "/errors?limit=5"));
            }
            Setup.post(
                    platform,
                    Part.UNITS,
                    "admin",
                    "/imports/" + id + "/commit",
                    judged.path("version").asInt(),
                    "{}");
            var done = await(id, "COMPLETED");
            if (done.path("written").asInt() != rows) {
                throw new IllegalStateException("not what the file holds: " + done);
            }
            return (System.nanoTime() - begun) / 1e9;
        }

        private JsonNode await(String id, String status) throws Exception {
            Waiting.until("an import that is " + status, PATIENCE, LOOK, () -> {
                var now = get("/imports/" + id);
                if (now.path("status").asText().equals("FAILED")) {
                    throw new IllegalStateException(now.toString());
                }
                return now.path("status").asText().equals(status);
            });
            return get("/imports/" + id);
        }

        /** That of the provinces last: what the others make stands under provinces that merge, and passes on with them. */
        private List<JsonNode> drafts(National.Size size) {
            var drafts = new ArrayList<JsonNode>();
            get("/reorganisations?status=DRAFT&limit=100").path("items").forEach(drafts::add);
            if (drafts.size() != size.documents()) {
                throw new IllegalStateException(drafts.size() + " documents instead of " + size.documents());
            }
            drafts.sort(Comparator.comparing((JsonNode draft) ->
                            draft.path("document").path("number").asText().equals(National.PROVINCES_DOCUMENT))
                    .thenComparing(
                            draft -> draft.path("document").path("number").asText()));
            return drafts;
        }

        private void carryOut(JsonNode draft) throws Exception {
            var path = "/reorganisations/" + draft.path("id").asText();
            operations += get(path).path("operations").size();
            long begun = System.nanoTime();
            var preview = JSON.readTree(Setup.post(platform, Part.UNITS, "admin", path + "/preview", -1, "{}"));
            previews.add((System.nanoTime() - begun) / 1e9);
            if (!preview.path("fits").asBoolean()) {
                throw new IllegalStateException(
                        draft.path("document") + ": " + preview.path("problems").get(0));
            }
            begun = System.nanoTime();
            Setup.post(
                    platform,
                    Part.UNITS,
                    "admin",
                    path + "/enact",
                    preview.path("version").asInt(),
                    "{\"preview\":\"" + preview.path("fingerprint").asText() + "\"}");
            enactments.add((System.nanoTime() - begun) / 1e9);
        }

        /** As then and as now: the lists of both days, and the groups in which one is the other. */
        private long reconcile(National.Size size, String country) throws Exception {
            demand(country, "COMMUNE", BEFORE, size.communesBefore());
            demand(country, "COMMUNE", DAY, size.communesAfter() + size.communesKept());
            demand(country, "PROVINCE", BEFORE, size.provincesBefore());
            demand(country, "PROVINCE", DAY, size.provincesAfter());
            demand(country, "DISTRICT", BEFORE, size.districts());
            demand(country, "DISTRICT", DAY, 0);
            int before = 0;
            int after = 0;
            String next = "";
            do {
                var page = get("/units/lineage?line=ADMINISTRATIVE&limit=100&from=" + BEFORE + "&to=" + DAY
                        + (next.isEmpty() ? "" : "&cursor=" + Gets.encoded(next)));
                for (var group : page.path("items")) {
                    before += communes(group.path("before"));
                    after += communes(group.path("after"));
                }
                next = page.path("next").asText("");
            } while (!next.isEmpty() && !next.equals("null"));
            if (before != size.communesBefore() - size.communesKept() || after != size.communesAfter()) {
                throw new IllegalStateException("groups of %d communes then and %d now, not %d and %d"
                        .formatted(before, after, size.communesBefore() - size.communesKept(), size.communesAfter()));
            }
            return Jdbc.count(platform.database(Part.UNITS), """
                    SELECT count(*) FROM unit u
                    JOIN unit_version v ON v.unit = u.id AND v.valid @> DATE '2025-06-30'
                     AND v.kind IN ('PROVINCE', 'COMMUNE')
                    WHERE u.valid_to = DATE '2025-07-01'
                      AND NOT EXISTS (SELECT FROM unit_lineage l JOIN unit s ON s.id = l.successor
                                      WHERE l.predecessor = u.id AND s.valid @> DATE '2025-07-01')""");
        }

        private static int communes(JsonNode units) {
            int count = 0;
            for (var unit : units) {
                count += unit.path("kind").asText().equals("COMMUNE") ? 1 : 0;
            }
            return count;
        }

        private void demand(String country, String kind, String day, int count) {
            var found = get("/units?within=" + country + "&kind=" + kind + "&asOf=" + day + "&limit=1&total=true")
                    .path("total")
                    .asInt();
            if (found != count) {
                throw new IllegalStateException("%d of kind %s on %s instead of %d".formatted(found, kind, day, count));
            }
        }

        private JsonNode get(String path) {
            try (var http = new RawHttp(URI.create(platform.root(Part.UNITS)))) {
                var answer = http.get("/api/units/v1" + path, platform.token("admin"));
                if (answer.status() != 200) {
                    throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
                }
                return JSON.readTree(answer.body());
            } catch (java.io.IOException e) {
                throw new IllegalStateException(path, e);
            }
        }

        private static double sum(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
