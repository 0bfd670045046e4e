package vn.lantoa.units.mapping;

import java.util.Set;

/**
 * What is known of rows whose cells have a wrong shape. What they name hangs on them, though nobody can read them.
 *
 * @param old codes with scheme
 * @param made codes with scheme
 * @param documents of rows whose own codes cannot be read
 * @param everything whether there is one of which not even the document is known
 */
record Broken(Set<String> old, Set<String> made, Set<String> documents, boolean everything) {
    static final Broken NOTHING = new Broken(Set.of(), Set.of(), Set.of(), false);

    boolean touches(MappingRow row) {
        var key = row.newKey();
        return everything
                || documents.contains(row.occasion().number())
                || old.contains(row.oldKey())
                || (key != null && made.contains(key));
    }
}
