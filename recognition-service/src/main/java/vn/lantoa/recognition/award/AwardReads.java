package vn.lantoa.recognition.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.recognition.catalogue.AwardType;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.sql.IdCursor;
import vn.lantoa.recognition.sql.Reachable;
import vn.lantoa.recognition.sql.Select;
import vn.lantoa.recognition.time.Today;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;

/** Awards and certificates: one statement each. */
@ApplicationScoped
class AwardReads {
    private static final String AWARDS = "SELECT a.*, c.serial FROM award a JOIN certificate c ON c.award = a.id";
    private static final String SAMPLE = "SAMPLE";

    private final DataSource database;
    private final Catalogue catalogue;
    private final KnownUnits units;
    private final Caller caller;
    private final Today today;

    AwardReads(DataSource database, Catalogue catalogue, KnownUnits units, Caller caller, Today today) {
        this.database = database;
        this.catalogue = catalogue;
        this.units = units;
        this.caller = caller;
        this.today = today;
    }

    Optional<AwardView> find(UUID id) {
        return Select.of(AWARDS + " WHERE a.id = ?", id).first(database, row -> view(row, null));
    }

    Optional<CertificateView> certificate(String serial) {
        return Select.of(
                        "SELECT c.*, a.status FROM certificate c JOIN award a ON a.id = c.award WHERE c.serial = ?",
                        serial)
                .first(
                        database,
                        row -> new CertificateView(
                                row.getString("serial"),
                                row.getString("check_code"),
                                row.getObject("issued_on", java.time.LocalDate.class),
                                Select.id(row, "award"),
                                row.getString("status")));
    }

    Page<AwardView> list(AwardFilter filter, PageRequest page) {
        var asked = filter.unit;
        var rows = readable(narrowed(AWARDS, filter))
                .addIf(IdCursor.after(page), "AND a.id < ?")
                .add("ORDER BY a.id DESC LIMIT ?", page.limit + 1)
                .list(database, row -> view(row, asked));
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? total(filter) : null);
    }

    private long total(AwardFilter filter) {
        return readable(narrowed("SELECT count(*) FROM award a", filter))
                .first(database, row -> row.getLong(1))
                .orElse(0L);
    }

    Page<PublicAward> published(AwardFilter filter, PageRequest page) {
        var rows = narrowed("SELECT a.* FROM award a", filter)
                .add("AND a.published AND a.status = 'GRANTED'")
                .addIf(IdCursor.after(page), "AND a.id < ?")
                .add("ORDER BY a.id DESC LIMIT ?", page.limit + 1)
                .list(database, this::shown);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), null);
    }

    private Select readable(Select select) {
        return Reachable.restrict(select, caller.reach("award.read"), "a.unit", today.day());
    }

    private Select narrowed(String sql, AwardFilter filter) {
        var select = Select.of(sql)
                .add("WHERE true")
                .addIf(filter.person, "AND a.person = ?")
                .addIf(filter.awardType, "AND a.award_type = ?")
                .addIf(filter.issuer, "AND a.issuer = ?")
                .addIf(filter.year, "AND a.year = ?");
        if (filter.unit != null) {
            List<UUID> family = filter.withPredecessors ? units.withPredecessors(filter.unit) : List.of(filter.unit);
            select.add("AND a.unit = ANY (?)", (Object) family.toArray(UUID[]::new));
        }
        return select;
    }

    private AwardView view(ResultSet row, @Nullable UUID askedUnit) throws SQLException {
        var type = row.getString("award_type");
        var unit = Select.id(row, "unit");
        boolean sample = row.getBoolean("sample");
        return new AwardView(
                Select.id(row, "id"),
                type,
                name(type, true),
                name(type, false),
                row.getString("category"),
                row.getString("occasion"),
                unit,
                row.getString("unit_name"),
                row.getObject("person", UUID.class),
                row.getString("recipient_name"),
                row.getInt("year"),
                Select.id(row, "decision"),
                row.getString("number"),
                row.getObject("decided_on", java.time.LocalDate.class),
                Select.id(row, "issuer"),
                row.getString("issuer_name"),
                row.getString("legal_ref"),
                row.getString("status"),
                row.getString("serial"),
                askedUnit != null && !askedUnit.equals(unit),
                sample,
                sample ? SAMPLE : null,
                Select.instant(row, "created_at"));
    }

    private PublicAward shown(ResultSet row) throws SQLException {
        var type = row.getString("award_type");
        return new PublicAward(
                Select.id(row, "id"),
                type,
                name(type, true),
                name(type, false),
                row.getString("occasion"),
                row.getString("recipient_name"),
                row.getString("unit_name"),
                row.getInt("year"),
                row.getString("issuer_name"),
                row.getString("number"),
                row.getObject("decided_on", java.time.LocalDate.class),
                row.getBoolean("sample") ? SAMPLE : null);
    }

    String name(String awardType, boolean vietnamese) {
        return catalogue
                .find(awardType)
                .map(vietnamese ? AwardType::nameVi : AwardType::nameEn)
                .orElse(awardType);
    }
}
