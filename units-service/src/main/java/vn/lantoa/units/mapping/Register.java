package vn.lantoa.units.mapping;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of the codes of a table.
 *
 * @param before by code with scheme: who bears it on the last day of the old order
 * @param after by code with scheme: who bears it from the first day of the new order, by what is enacted or drafted already
 * @param kinds of units there are
 */
record Register(Map<String, Bearer> before, Map<String, Beginning> after, Set<String> kinds) {
    /**
     * A unit that bears a code from the first day on.
     *
     * @param parent where what is to stand under it is placed meanwhile
     * @param draftedBy the document, while it is not enacted
     */
    record Beginning(UUID parent, String name, @Nullable String draftedBy) {}
}
