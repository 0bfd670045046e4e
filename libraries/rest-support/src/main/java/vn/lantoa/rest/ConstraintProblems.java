package vn.lantoa.rest;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a violated constraint means to a client: {@code META-INF/lantoa/constraints.properties} of all modules, lines
 * {@code constraint_or_unique_index_name=problem-code[,status[,/field]]}, 409 where no status stands.
 */
@Singleton
public class ConstraintProblems {
    private final Map<String, Meaning> meanings = new TreeMap<>();

    /**
     * Problem code and HTTP status.
     *
     * @param pointer field of the body that breaks it, empty where it is not known
     */
    public record Meaning(String code, int status, String pointer) {}

    public ConstraintProblems() {
        var lines = MergedProperties.load("META-INF/lantoa/constraints.properties");
        for (var name : lines.stringPropertyNames()) {
            var parts = lines.getProperty(name).split(",", -1);
            meanings.put(
                    name,
                    new Meaning(
                            parts[0].strip(),
                            parts.length > 1 ? Integer.parseInt(parts[1].strip()) : 409,
                            parts.length > 2 ? parts[2].strip() : ""));
        }
    }

    public Optional<Meaning> of(String constraint) {
        return Optional.ofNullable(meanings.get(constraint));
    }

    /** By name of constraint. */
    public Map<String, Meaning> all() {
        return Map.copyOf(meanings);
    }
}
