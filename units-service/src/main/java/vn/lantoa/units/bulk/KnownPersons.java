package vn.lantoa.units.bulk;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;

/** Those of the register that some rows could mean: by id, identity number, staff code or tax code. */
final class KnownPersons {
    private final Map<UUID, Known> byId = new HashMap<>();
    private final Map<ByteBuffer, UUID> byNumber = new HashMap<>();
    private final Map<String, UUID> byStaffCode = new HashMap<>();
    private final Map<String, UUID> byTaxCode = new HashMap<>();

    /**
     * Somebody in the register.
     *
     * @param content what the register holds in clear, as {@link PersonColumns} writes it
     */
    record Known(UUID id, List<@Nullable String> content) {}

    private KnownPersons() {}

    static KnownPersons of(DataSource database, Collection<? extends @Nullable UUID> ids, List<byte[]> numbers) {
        return of(database, ids, numbers, List.of(), List.of());
    }

    static KnownPersons of(
            DataSource database,
            Collection<? extends @Nullable UUID> ids,
            List<byte[]> numbers,
            List<String> staffCodes,
            List<String> taxCodes) {
        var known = new KnownPersons();
        if (!numbers.isEmpty()) {
            Query.of("SELECT identity_hash, person FROM person_sealed_known(?)", (Object)
                            numbers.toArray(byte[][]::new))
                    .list(
                            database,
                            row -> known.byNumber.put(
                                    ByteBuffer.wrap(Objects.requireNonNull(row.bytesOrNull("identity_hash"))),
                                    row.id("person")));
        }
        var wanted = Stream.concat(ids.stream().filter(Objects::nonNull), known.byNumber.values().stream())
                .distinct()
                .toArray(UUID[]::new);
        known.read(database, "p.id = ANY (?)", wanted);
        known.read(database, "p.staff_code = ANY (?) AND p.merged_into IS NULL", staffCodes.toArray(String[]::new));
        known.read(database, "p.tax_code = ANY (?) AND p.merged_into IS NULL", taxCodes.toArray(String[]::new));
        return known;
    }

    private void read(DataSource database, String condition, Object[] values) {
        if (values.length == 0) {
            return;
        }
        Query.of("SELECT p.*, p.merged_into IS NULL AS standing FROM person p WHERE " + condition, (Object) values)
                .list(database, row -> {
                    var id = row.id("id");
                    if (row.flag("standing")) {
                        put(byStaffCode, row.textOrNull("staff_code"), id);
                        put(byTaxCode, row.textOrNull("tax_code"), id);
                    }
                    return byId.put(id, new Known(id, PersonColumns.read(row)));
                });
    }

    private static void put(Map<String, UUID> codes, @Nullable String code, UUID id) {
        if (code != null) {
            codes.put(code, id);
        }
    }

    @Nullable
    Known byId(UUID id) {
        return byId.get(id);
    }

    @Nullable
    Known byNumber(byte[] hash) {
        var id = byNumber.get(ByteBuffer.wrap(hash));
        return id == null ? null : byId.get(id);
    }

    @Nullable
    Known byStaffCode(String code) {
        var id = byStaffCode.get(code);
        return id == null ? null : byId.get(id);
    }

    @Nullable
    Known byTaxCode(String code) {
        var id = byTaxCode.get(code);
        return id == null ? null : byId.get(id);
    }
}
