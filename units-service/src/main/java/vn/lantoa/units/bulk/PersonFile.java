package vn.lantoa.units.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PersonRegistered;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.privacy.PersonKeyring;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.problems.DomainException;
import vn.lantoa.problems.FieldError;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;
import vn.lantoa.units.person.PersonLooks;

/**
 * Persons. A row needs something by which the person is known again, so that the same file twice registers nobody twice.
 * Birth date and identity number are sealed while the row is judged: what is staged is already what is going to be kept.
 */
@ApplicationScoped
class PersonFile implements BulkKind {
    private static final String PERMISSION = "person.register";
    private final DataSource database;
    private final PersonKeys keys;
    private final PersonKeyring keyring;
    private final PersonLooks looks;
    private final Outbox outbox;

    PersonFile(DataSource database, PersonKeys keys, PersonKeyring keyring, PersonLooks looks, Outbox outbox) {
        this.database = database;
        this.keys = keys;
        this.keyring = keyring;
        this.looks = looks;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "persons";
    }

    @Override
    public String title() {
        return "Cá nhân";
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public String readPermission() {
        return "person.read";
    }

    @Override
    public List<Column> columns() {
        return PersonColumns.ALL;
    }

    @Override
    public void judge(List<DraftRow> rows, BulkCaller caller) {
        var hashes = new HashMap<DraftRow, List<byte[]>>();
        for (var row : rows) {
            refuseShapeless(row, caller);
            var number = row.text("identityNumber");
            if (number != null) {
                hashes.put(row, keys.searchHashes(number));
            }
        }
        refuseUnknownUnits(rows);
        var known = KnownPersons.of(
                database,
                rows.stream().map(row -> row.id("id")).toList(),
                hashes.values().stream().flatMap(List::stream).toList(),
                given(rows, "staffCode"),
                given(rows, "taxCode"));
        noteFound(hashes.values(), known, caller);
        for (var row : rows) {
            if (!row.isRefused()) {
                judge(row, hash(row, hashes.getOrDefault(row, List.of()), known), known);
            }
        }
    }

    /** Whoever brings a number learns whether somebody bears it: they can see that. */
    private void noteFound(Collection<List<byte[]>> hashes, KnownPersons known, BulkCaller caller) {
        var found = hashes.stream()
                .flatMap(List::stream)
                .map(known::byNumber)
                .filter(Objects::nonNull)
                .map(KnownPersons.Known::id)
                .distinct()
                .toList();
        if (!found.isEmpty()) {
            looks.foundByNumber(
                    new PersonLooks.Reader(caller.person(), caller.account(), "Nhập tệp " + caller.importId()), found);
        }
    }

    /** The hash that somebody is known by, else the present one: while the search key is being changed there are several. */
    private byte @Nullable [] hash(DraftRow row, List<byte[]> hashes, KnownPersons known) {
        var number = row.text("identityNumber");
        return number == null
                ? null
                : hashes.stream()
                        .filter(hash -> known.byNumber(hash) != null)
                        .findFirst()
                        .orElseGet(() -> keys.searchHash(number));
    }

    private void refuseUnknownUnits(List<DraftRow> rows) {
        var units =
                KnownUnits.of(database, rows.stream().map(row -> row.id("unit")).toList(), List.of());
        for (var row : rows) {
            if (row.id("unit") != null && units.of(row.id("unit"), null) == null) {
                row.refuse("unit", "unknown-unit");
            }
        }
    }

    /** Whom a record was merged into is in the register, or in the file. */
    @Override
    public void judgeTogether(BulkCaller caller) {
        Query.of("""
                UPDATE bulk_row r SET outcome = 'WRONG', data = NULL, person_key_id = NULL, person_key = NULL,
                    birth_date = NULL, birth_hash = NULL, identity_number = NULL, identity_hash = NULL,
                    errors = '[{"column": "mergedInto", "code": "unknown-person", "args": []}]'
                WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ?? 'mergedInto'
                  AND NOT EXISTS (SELECT FROM person p WHERE p.id = (r.data ->> 'mergedInto')::uuid)
                  AND (r.data ->> 'mergedInto')::uuid NOT IN (
                      SELECT b.id FROM bulk_row b WHERE b.import = ? AND b.outcome = 'NEW')
                """, caller.importId(), caller.importId()).change(database);
    }

    private static List<String> given(List<DraftRow> rows, String field) {
        return rows.stream()
                .map(row -> PersonColumns.value(row, field))
                .filter(Objects::nonNull)
                .toList();
    }

    private static void refuseShapeless(DraftRow row, BulkCaller caller) {
        Holdings.refuseForeignId(row);
        if (row.id("id") == null
                && row.text("identityNumber") == null
                && row.text("staffCode") == null
                && row.text("taxCode") == null) {
            row.refuse(null, "row-without-key");
        }
        if (!caller.reach().everywhere()) {
            row.refuse(null, "outside-your-units", PERMISSION);
        }
        try {
            PersonColumns.command(row).requireFits(caller.today());
        } catch (DomainException wrong) {
            for (FieldError error : wrong.errors()) {
                row.refuse(
                        error.pointer().substring(1), error.code(), error.args().toArray());
            }
        }
    }

    private void judge(DraftRow row, byte @Nullable [] hash, KnownPersons known) {
        var id = row.id("id");
        var staffCode = PersonColumns.value(row, "staffCode");
        var taxCode = row.text("taxCode");
        var byId = id == null ? null : known.byId(id);
        var byNumber = hash == null ? null : known.byNumber(hash);
        // a merged record keeps its codes, and gives up their being the only one
        boolean standing = row.text("mergedInto") == null;
        var byStaffCode = standing && staffCode != null ? known.byStaffCode(staffCode) : null;
        var byTaxCode = standing && taxCode != null ? known.byTaxCode(taxCode) : null;
        var found = Stream.of(byId, byNumber, byStaffCode, byTaxCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (found == null) {
            accept(row, id == null ? Ids.next() : id, hash);
            return;
        }
        refuseOther(row, "identityNumber", "person-known", byNumber, id, found);
        refuseOther(row, "staffCode", "staff-code-taken", byStaffCode, id, found);
        refuseOther(row, "taxCode", "tax-code-taken", byTaxCode, id, found);
        if (row.isRefused()) {
            return;
        }
        if (found.content().equals(PersonColumns.content(row)) && (hash == null || byNumber != null)) {
            row.unchanged(found.id());
        } else {
            row.refuse(null, "row-differs");
        }
    }

    /** A code of the row that belongs to somebody else. */
    private static void refuseOther(
            DraftRow row,
            String column,
            String code,
            KnownPersons.@Nullable Known bearer,
            @Nullable UUID id,
            KnownPersons.Known found) {
        if (bearer != null
                && (!bearer.id().equals(found.id())
                        || (id != null && !bearer.id().equals(id)))) {
            row.refuse(column, code);
        }
    }

    private void accept(DraftRow row, UUID id, byte @Nullable [] hash) {
        var birthDate = row.text("birthDate");
        var number = row.text("identityNumber");
        var natural = new ArrayList<String>(3);
        if (row.text("id") != null) {
            natural.add(id.toString());
        }
        if (hash != null) {
            natural.add(HexFormat.of().formatHex(hash));
        }
        var data = new HashMap<String, @Nullable Object>();
        for (var field : PersonColumns.fields()) {
            var value = PersonColumns.value(row, field);
            if (value != null) {
                data.put(field, value);
                if ((field.equals("staffCode") || field.equals("taxCode")) && row.text("mergedInto") == null) {
                    natural.add(field + "/" + value);
                }
            }
        }
        SealedPerson sealed = null;
        if (birthDate != null || number != null) {
            var key = keyring.make(id);
            sealed = new SealedPerson(
                    key.keyId(),
                    key.wrapped(),
                    birthDate == null ? null : key.cipher().encrypt(birthDate),
                    birthDate == null ? null : keys.searchHash("birth date " + birthDate),
                    number == null ? null : key.cipher().encrypt(number),
                    hash);
        }
        row.accept(id, natural, data, sealed);
    }

    @Override
    public List<RefusedRow> write(List<StagedRow> rows, BulkCaller caller) {
        var refused = refused(rows, caller);
        var fresh = Holdings.without(rows, refused);
        if (fresh.isEmpty()) {
            return refused;
        }
        var places = fresh.stream().map(StagedRow::number).toArray(Integer[]::new);
        Query.of("""
                INSERT INTO person (id, name, kind, staff_code, gender, ethnic_group, died_on, nationality, tax_code, unit,
                                    merged_into, version, created_at, updated_at)
                SELECT r.id, r.data ->> 'name', r.data ->> 'kind', r.data ->> 'staffCode', r.data ->> 'gender',
                       r.data ->> 'ethnicGroup', (r.data ->> 'diedOn')::date, r.data ->> 'nationality', r.data ->> 'taxCode',
                       (r.data ->> 'unit')::uuid, (r.data ->> 'mergedInto')::uuid, 0, ?, ?
                FROM bulk_row r WHERE r.import = ? AND r.place = ANY (?)
                """, caller.now(), caller.now(), caller.importId(), places).change(database);
        Query.of("SELECT bulk_seal_persons(?, ?)", caller.importId(), places).change(database);
        Query.of("""
                SELECT person_gather(person_current((r.data ->> 'mergedInto')::uuid)) FROM bulk_row r
                WHERE r.import = ? AND r.place = ANY (?) AND r.data ?? 'mergedInto'
                """, caller.importId(), places).change(database);
        return refused;
    }

    @Override
    public void tell(List<StagedRow> rows, BulkCaller caller) {
        var act = new Act(PERMISSION, caller.now(), caller.person(), null);
        outbox.publishApart(rows.stream()
                .map(row -> new PersonRegistered(
                        row.id(),
                        act,
                        new PersonState(row.id(), row.required("name"), row.id("mergedInto"), row.required("kind"))))
                .toList());
    }

    /** Who was registered since the dry run, or may not be registered any more by this caller. */
    private List<RefusedRow> refused(List<StagedRow> rows, BulkCaller caller) {
        if (!caller.reach().everywhere()) {
            return rows.stream()
                    .map(row ->
                            new RefusedRow(row.number(), new RowError(null, "outside-your-units", List.of(PERMISSION))))
                    .toList();
        }
        return Query.of(
                        """
                SELECT r.place FROM bulk_row r
                WHERE r.import = ? AND r.place BETWEEN ? AND ? AND r.outcome = 'NEW'
                  AND (EXISTS (SELECT FROM person p WHERE p.id = r.id)
                       OR NOT r.data ?? 'mergedInto' AND EXISTS (SELECT FROM person p WHERE p.staff_code = r.data ->> 'staffCode' AND p.merged_into IS NULL)
                       OR NOT r.data ?? 'mergedInto' AND EXISTS (SELECT FROM person p WHERE p.tax_code = r.data ->> 'taxCode' AND p.merged_into IS NULL)
                       OR r.identity_hash IN (
                           SELECT k.identity_hash FROM person_sealed_known(ARRAY(
                               SELECT b.identity_hash FROM bulk_row b
                               WHERE b.import = ? AND b.place BETWEEN ? AND ? AND b.identity_hash IS NOT NULL)) k))
                """,
                        caller.importId(),
                        rows.getFirst().number(),
                        rows.getLast().number(),
                        caller.importId(),
                        rows.getFirst().number(),
                        rows.getLast().number())
                .list(
                        database,
                        row -> new RefusedRow(row.integer("place"), new RowError(null, "person-known", List.of())));
    }

    @Override
    public void export(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException {
        new PersonExport(keyring, looks).write(scope, connection, sink);
    }
}
