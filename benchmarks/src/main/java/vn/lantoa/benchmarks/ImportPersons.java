package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Status;

/**
 * BM8: a file of 200,000 persons, uploaded, judged row by row, written with audit, events and sealed personal data;
 * against a plain COPY of what then stands in the tables into tables of the same kind.
 */
final class ImportPersons implements Scenario {
    private static final double GOAL = 0.4;
    private static final double HEAP_GOAL = 1.2;
    private static final int WRONG_EVERY = 1000;
    private static final int FEW = 5000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration SELDOM = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Tables written for each row, and how to find what the import wrote into them; {@code %s} is when it began. */
    private static final List<String> WRITTEN = List.of(
            "person:SELECT * FROM person WHERE created_at >= '%s'",
            "person_key:SELECT * FROM person_key WHERE person IN (SELECT id FROM person WHERE created_at >= '%s')",
            "person_sealed:SELECT * FROM person_sealed WHERE person IN (SELECT id FROM person WHERE created_at >= '%s')",
            "event_version:SELECT * FROM event_version WHERE subject IN (SELECT id FROM person WHERE created_at >= '%s')",
            "outbox:SELECT *, 'application/json' AS content_type FROM event_log WHERE logged_at >= '%s' AND topic LIKE '%%.person'");

    @Override
    public String name() {
        return "BM8";
    }

    @Override
    public String title() {
        return "a file of 200,000 persons, judged and written";
    }

    @Override
    public boolean atScale() {
        return true;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Gets.demand(bench, "uploadImport");
        bench.scale();
        int count = bench.quick() ? 20_000 : 200_000;
        var file = file(bench.scratch("import").resolve("persons.csv"), 1, count);
        // a small one first, so that a service which has never imported anything is not what is measured
        take(bench, file(bench.scratch("import").resolve("few.csv"), 2, FEW), FEW, false);
        bench.awaitOutboxEmpty("units");
        var begun = OffsetDateTime.now(Bench.PROVINCE);
        var taken = take(bench, file, count, false);
        bench.awaitOutboxEmpty("units");
        var copied = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < bench.longRounds(); i++) {
            copied.add(copy(bench, begun, taken.written()));
            ratios.add(taken.perSecond() / copied.getLast());
        }
        double ratio = Rounds.median(ratios);
        // collections take time, so the heap is measured with another file
        var heap = take(bench, file(bench.scratch("import").resolve("others.csv"), 3, count), count, true);
        return List.of(
                new Figure(
                        name(),
                        "rows a second, %d rows, %d of them wrong, from upload to the end"
                                .formatted(count, taken.wrong()),
                        "%.0f/s".formatted(taken.perSecond()),
                        "COPY into the tables written %.0f/s".formatted(Rounds.median(copied)),
                        ratio,
                        "",
                        "≥ " + GOAL,
                        ratio >= GOAL,
                        ratios),
                heap.judging().figure(name(), "judging"),
                heap.writing().figure(name(), "writing"),
                Figure.absolute(
                        name(),
                        "resident memory of the service at its most",
                        "%.0f MiB",
                        List.of((double) taken.mostMemory()),
                        "",
                        "shown",
                        true));
    }

    /**
     * A file that is always the same.
     *
     * @param set a digit; those of another one are other persons
     */
    private static Path file(Path path, int set, int count) throws IOException {
        var random = new Random(8);
        var first = Names.familyNames();
        var given = Names.givenNames();
        try (var out = Files.newBufferedWriter(path)) {
            out.write("name,birthDate,identityNumber\n");
            for (int i = 1; i <= count; i++) {
                var birth = i % WRONG_EVERY == 0 ? "31/02/1980" : day(random.nextInt(20_000));
                out.write(first.get(random.nextInt(first.size())) + " Văn " + given.get(random.nextInt(given.size()))
                        + "," + birth + ",%d%011d%n".formatted(set, i));
            }
        }
        return path;
    }

    private static String day(int n) {
        var day = LocalDate.of(1950, 1, 1).plusDays(n);
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private record Taken(double perSecond, long written, long wrong, Heap judging, Heap writing, long mostMemory) {}

    /** What a collection leaves when a tenth of the rows is through a step, and when nine tenths are; kB. */
    private static final class Heap {
        private final int rows;
        private final boolean measured;
        private long early;
        private long late;

        Heap(int rows, boolean measured) {
            this.rows = rows;
            this.measured = measured;
        }

        /** To be told often how far the step is. */
        void at(long done, Bench bench) throws IOException, InterruptedException {
            if (measured && early == 0 && done >= rows / 10) {
                early = LiveHeap.kilobytes(bench.platform(), Part.UNITS);
            } else if (early > 0 && late == 0 && done >= rows * 9L / 10) {
                late = LiveHeap.kilobytes(bench.platform(), Part.UNITS);
            }
        }

        /** A step over so soon that nobody saw it half way has nothing to compare. */
        Figure figure(String scenario, String step) {
            boolean seen = early > 0 && late > 0;
            return Figure.absolute(
                    scenario,
                    "heap that a collection leaves, nine tenths against a tenth of " + step,
                    "%.2f",
                    List.of(seen ? (double) late / early : 0),
                    seen ? "%d kB, then %d kB".formatted(early, late) : "over too soon",
                    "≤ 1.2",
                    seen && late <= HEAP_GOAL * early);
        }
    }

    private Taken take(Bench bench, Path file, int count, boolean measured) throws Exception {
        var memory = new AtomicLong();
        var judging = new Heap(count, measured);
        var writing = new Heap(count, measured);
        var going = new AtomicBoolean(true);
        long begun = System.nanoTime();
        var uploaded = JSON.readTree(Setup.upload(
                bench.platform(), Part.UNITS, "admin", "/imports?kind=persons&mode=VALID_ROWS", "text/csv", file));
        var id = UUID.fromString(uploaded.path("id").asText());
        var watcher = Thread.ofPlatform().name("memory").start(() -> {
            while (going.get()) {
                memory.accumulateAndGet(resident(bench), Math::max);
                LockSupport.parkNanos(SELDOM.toNanos());
            }
        });
        try (var gets = new Gets(bench)) {
            await(bench, gets, id, "VALIDATED", judging);
            var validated = gets.json("/imports/" + id);
            Setup.post(
                    bench.platform(),
                    Part.UNITS,
                    "admin",
                    "/imports/" + id + "/commit",
                    validated.path("version").asInt(),
                    "{}");
            await(bench, gets, id, "COMPLETED", writing);
            double seconds = (System.nanoTime() - begun) / 1e9;
            var done = gets.json("/imports/" + id);
            long rows = done.path("rows").asLong();
            if (done.path("wrong").asLong() != rows / WRONG_EVERY
                    || done.path("written").asLong() != rows - rows / WRONG_EVERY) {
                throw new IllegalStateException("not what the file holds: " + done);
            }
            return new Taken(
                    rows / seconds,
                    done.path("written").asLong(),
                    done.path("wrong").asLong(),
                    judging,
                    writing,
                    memory.get());
        } finally {
            going.set(false);
            watcher.join();
        }
    }

    private static long resident(Bench bench) {
        return bench.platform().status().stream()
                .filter(status -> status.part() == Part.UNITS)
                .mapToLong(Status::mebibytes)
                .sum();
    }

    private static void await(Bench bench, Gets gets, UUID id, String status, Heap heap) throws Exception {
        Waiting.until("an import that is " + status, PATIENCE, LOOK, () -> {
            JsonNode now = gets.json("/imports/" + id);
            if (now.path("status").asText().equals("FAILED")) {
                throw new IllegalStateException(now.toString());
            }
            if (now.path("status").asText().equals(status)) {
                return true;
            }
            heap.at(now.path("done").asLong(), bench);
            return false;
        });
    }

    /** The same rows by COPY, each table into one like it, keys and indexes and all. */
    private static double copy(Bench bench, OffsetDateTime begun, long rows) throws Exception {
        double seconds = 0;
        for (var each : WRITTEN) {
            var table = each.substring(0, each.indexOf(':'));
            var query = each.substring(each.indexOf(':') + 1).formatted(begun);
            seconds += CopyPeer.seconds(bench.database("units"), table, query);
        }
        return rows / seconds;
    }
}
