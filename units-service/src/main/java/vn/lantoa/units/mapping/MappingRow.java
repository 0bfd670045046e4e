package vn.lantoa.units.mapping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.reorganisation.LegalDocument;

/**
 * One line of a mapping table: how much of an old unit became which new one.
 *
 * @param number of the row, as people count it in the file or list
 * @param scheme of all codes of the row
 * @param oldName checked against the register where it is given
 * @param newCode without one the old unit ends and nothing comes after it
 * @param change what the row is said to be; settles what could be read in two ways, and is compared with what it comes to
 * @param article the provision that is cited
 */
record MappingRow(
        int number,
        String scheme,
        String oldCode,
        @Nullable String oldName,
        @Nullable String newCode,
        @Nullable String newName,
        @Nullable String newKind,
        @Nullable String newParent,
        MappingPortion portion,
        @Nullable MappingChange change,
        @Nullable String article,
        Occasion occasion) {

    /** The document and the day: one drafted reorganisation. */
    record Occasion(String number, String issuedBy, LocalDate signedOn, LocalDate effectiveOn) {
        LegalDocument document() {
            return new LegalDocument(number, issuedBy, signedOn);
        }
    }

    /** A code with its scheme, which together have one bearer a day. */
    static String key(String scheme, String code) {
        return scheme + ' ' + code;
    }

    String oldKey() {
        return key(scheme, oldCode);
    }

    @Nullable
    String newKey() {
        return newCode == null ? null : key(scheme, newCode);
    }

    @Nullable
    String parentKey() {
        return newParent == null ? null : key(scheme, newParent);
    }

    boolean isWhole() {
        return portion == MappingPortion.WHOLE;
    }

    /** What is said of the new unit; all rows of one code must say the same. */
    Target target() {
        return new Target(newCode, newName, newKind, newParent);
    }

    /** A new unit as a row describes it. */
    record Target(
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String parent) {}
}
