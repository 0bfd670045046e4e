package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the server went about one statement.
 *
 * @param buffers pages it looked at, in memory or not
 * @param tree a line each step, the outermost first
 * @param scanned big tables of which it read {@link Plans#BIG} rows or more without an index
 */
record Plan(String scenario, String what, long buffers, String tree, List<String> scanned) {
    private static final int WIDEST = 160;

    /** From what {@code auto_explain} writes as JSON. */
    static Plan of(String scenario, String what, JsonNode told, Set<String> big) {
        var root = told.path("Plan");
        var tree = new StringBuilder();
        var scanned = new java.util.ArrayList<String>();
        walk(root, 0, tree, scanned, big);
        return new Plan(
                scenario,
                what,
                root.path("Shared Hit Blocks").asLong()
                        + root.path("Shared Read Blocks").asLong(),
                tree.toString(),
                List.copyOf(scanned));
    }

    private static void walk(JsonNode node, int depth, StringBuilder tree, List<String> scanned, Set<String> big) {
        var relation = node.path("Relation Name").asText("");
        if (node.path("Node Type").asText().equals("Seq Scan") && big.contains(relation) && read(node) >= Plans.BIG) {
            scanned.add(relation);
        }
        tree.append("  ".repeat(depth)).append(step(node, relation)).append('\n');
        node.path("Plans").forEach(below -> walk(below, depth + 1, tree, scanned, big));
    }

    /** Rows that a scan has looked at; one that soon has what a page needs stops early. */
    private static double read(JsonNode node) {
        return (node.path("Actual Rows").asDouble()
                        + node.path("Rows Removed by Filter").asDouble())
                * node.path("Actual Loops").asDouble(1);
    }

    private static String step(JsonNode node, String relation) {
        var line = new StringBuilder(node.path("Node Type").asText());
        part(node, "Index Name").ifPresent(index -> line.append(' ').append(index));
        if (!relation.isEmpty()) {
            line.append(" on ").append(relation);
        }
        line.append(" (").append(node.path("Actual Rows").asLong()).append(" rows");
        if (node.path("Actual Loops").asLong(1) != 1) {
            line.append(" × ").append(node.path("Actual Loops").asLong());
        }
        var removed = node.path("Rows Removed by Filter").asLong()
                + node.path("Rows Removed by Index Recheck").asLong();
        if (removed > 0) {
            line.append(", ").append(removed).append(" looked at in vain");
        }
        line.append(')');
        return line.length() <= WIDEST ? line.toString() : line.substring(0, WIDEST);
    }

    private static Optional<String> part(JsonNode node, String name) {
        return Optional.of(node.path(name).asText("")).filter(text -> !text.isEmpty());
    }
}
