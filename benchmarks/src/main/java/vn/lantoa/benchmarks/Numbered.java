package vn.lantoa.benchmarks;

import java.util.UUID;

/**
 * Ids by number, as the service would make them: those made after one another differ in the bits of the time. Ids that
 * differ in their last bits only are all alike to a temporal key's index, which then takes a millisecond for each row.
 */
final class Numbered {
    private Numbered() {}

    /** @param kind four hexadecimal digits that keep numbers of different kinds apart */
    static UUID id(String kind, int n) {
        return UUID.fromString("%s%04x-%04x-7000-8000-000000000000".formatted(kind, n >>> 16, n & 0xffff));
    }

    /** The same as SQL. */
    static String idOf(String kind, String n) {
        return "('%s' || lpad(to_hex((%s)::int), 8, '0') || '70008000000000000000')::uuid".formatted(kind, n);
    }
}
