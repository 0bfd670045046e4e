package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import vn.lantoa.platform.Part;

/**
 * Plans of what a service really sends, with its values: the server's module {@code auto_explain} writes them into its log
 * while some requests are made. A scan without an index over more than {@link #BIG} rows fails the scenario.
 */
final class Plans {
    static final long BIG = 20_000;
    private static final int STEPS = 3;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Plans() {}

    /** Puts a plan of each statement into the report, and tells whether all of them found their rows by an index. */
    static Figure noFullScans(Bench bench, String scenario, String what, Load.Step step) throws Exception {
        var database = bench.database("units");
        var big = big(database);
        var found = new LinkedHashMap<String, Plan>();
        for (var told : told(bench, database, step)) {
            if (mentions(told.path("Plan"), big)) {
                var plan = Plan.of(scenario, what, told, big);
                var statement = SPACE.matcher(told.path("Query Text").asText()).replaceAll(" ");
                found.merge(statement, plan, (one, other) -> worse(one, other) ? one : other);
            }
        }
        bench.plans().addAll(found.values());
        var scanned = new TreeSet<String>();
        found.values().forEach(plan -> scanned.addAll(plan.scanned()));
        long most = found.values().stream().mapToLong(Plan::buffers).max().orElse(0);
        return new Figure(
                scenario,
                what + ": full scans, " + found.size() + " statements",
                scanned.isEmpty() ? "none" : String.join(", ", scanned),
                most + " pages at most",
                scanned.size(),
                "",
                "none",
                scanned.isEmpty() && !found.isEmpty());
    }

    private static boolean worse(Plan one, Plan other) {
        return one.scanned().size() > other.scanned().size()
                || one.scanned().size() == other.scanned().size() && one.buffers() >= other.buffers();
    }

    private static Set<String> big(DataSource database) throws SQLException {
        return Set.of(Jdbc.text(
                        database,
                        "SELECT coalesce(string_agg(relname, ','), '') FROM pg_class WHERE relkind = 'r' AND reltuples >= "
                                + BIG)
                .orElse("")
                .split(","));
    }

    private static boolean mentions(JsonNode node, Set<String> tables) {
        if (tables.contains(node.path("Relation Name").asText())) {
            return true;
        }
        for (var below : node.path("Plans")) {
            if (mentions(below, tables)) {
                return true;
            }
        }
        return false;
    }

    private static List<JsonNode> told(Bench bench, DataSource database, Load.Step step) throws Exception {
        var log = bench.platform().log(Part.POSTGRES);
        step.run();
        long before = Files.size(log);
        tell(database, "0");
        try {
            for (int i = 0; i < STEPS; i++) {
                step.run();
            }
        } finally {
            tell(database, "-1");
        }
        return read(log, before);
    }

    private static void tell(DataSource database, String threshold) throws Exception {
        Jdbc.execute(
                database,
                "ALTER SYSTEM SET auto_explain.log_format = 'json'",
                "ALTER SYSTEM SET auto_explain.log_analyze = on",
                "ALTER SYSTEM SET auto_explain.log_timing = off",
                "ALTER SYSTEM SET auto_explain.log_buffers = on",
                "ALTER SYSTEM SET auto_explain.log_parameter_max_length = 0",
                "ALTER SYSTEM SET auto_explain.log_min_duration = " + threshold,
                "SELECT pg_reload_conf()");
        Waiting.until("plans are told: " + threshold, Duration.ofSeconds(10), Duration.ofMillis(50), () -> {
            var now = Jdbc.text(database, "SHOW auto_explain.log_min_duration").orElse("");
            return now.equals(threshold);
        });
    }

    /** An entry's further lines begin with a tabulator. */
    static List<JsonNode> read(Path log, long from) throws IOException {
        byte[] tail;
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(from);
            tail = in.readAllBytes();
        }
        var plans = new ArrayList<JsonNode>();
        var entry = new StringBuilder();
        boolean within = false;
        for (var line : (new String(tail, StandardCharsets.UTF_8) + "\nend").split("\n")) {
            if (within && line.startsWith("\t")) {
                entry.append(line).append('\n');
                continue;
            }
            if (within) {
                plans.add(JSON.readTree(entry.toString()));
                entry.setLength(0);
            }
            within = line.endsWith("plan:");
        }
        return plans;
    }
}
