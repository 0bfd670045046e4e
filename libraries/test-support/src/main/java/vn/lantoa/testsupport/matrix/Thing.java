package vn.lantoa.testsupport.matrix;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that operations are called upon.
 *
 * @param path as in the contract, without the base path: {@code /nominations/{id}}; longer paths are about it too
 * @param values of the parameters of the path
 * @param open whether everybody who holds the right to read anywhere may read it
 * @param reachedFrom the grants whose subtree it lies in
 * @param marks what stands in a list or file that it stands in
 */
public record Thing(
        String name,
        String path,
        Map<String, String> values,
        boolean open,
        Set<Place> reachedFrom,
        List<String> marks) {

    /** Something of the unit itself. */
    public static Thing of(String name, String path, Map<String, String> values) {
        return new Thing(
                name,
                path,
                values,
                false,
                EnumSet.of(Place.OWN, Place.ABOVE),
                values.containsKey("id") ? List.of(values.get("id")) : List.of());
    }

    public Thing openToReaders() {
        return new Thing(name, path, values, true, reachedFrom, marks);
    }

    /** What is reached from elsewhere: left behind by a unit that is no more, or on a confidential line. */
    public Thing reachedFrom(Place... places) {
        return new Thing(name, path, values, open, Set.of(places), marks);
    }

    /** What tells it in a list, where it is not its id. */
    public Thing markedBy(String... texts) {
        return new Thing(name, path, values, open, reachedFrom, List.of(texts));
    }

    boolean at(AccessRow row, String base) {
        var shape = AccessRow.shape(base + path);
        return row.shape().equals(shape) || row.shape().startsWith(shape + "/");
    }

    /** Whether the operation is about this and nothing further below. */
    boolean names(AccessRow row) {
        return !in(row.path()).contains("{");
    }

    String in(String template) {
        return fill(template, values);
    }

    /** The same path to one that is not there, beside it. */
    String missing(String template) {
        var own = values.get(path.substring(path.lastIndexOf('{') + 1, path.lastIndexOf('}')));
        var others = new HashMap<>(values);
        others.values().removeIf(value -> value.equals(own));
        return fill(template, others);
    }

    private static String fill(String template, Map<String, String> values) {
        var filled = template;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
