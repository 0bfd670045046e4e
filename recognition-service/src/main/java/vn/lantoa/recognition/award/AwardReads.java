package vn.lantoa.recognition.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.recognition.catalogue.AwardType;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.scope.Scope;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Awards and certificates: one statement each. */
@ApplicationScoped
class AwardReads {
    private static final String AWARDS = "SELECT a.*, c.serial FROM award a JOIN certificate c ON c.award = a.id";
    private static final String SAMPLE = "SAMPLE";

    private final DataSource database;
    private final Catalogue catalogue;
    private final KnownUnits units;
    private final Scope scope;

    AwardReads(DataSource database, Catalogue catalogue, KnownUnits units, Scope scope) {
        this.database = database;
        this.catalogue = catalogue;
        this.units = units;
        this.scope = scope;
    }

    Optional<AwardView> find(UUID id) {
        return Query.of(AWARDS + " WHERE a.id = ?", id).first(database, row -> view(row, null));
    }

    /** Whether the caller may read it: as in the list, and what a unit that ended left behind. */
    boolean readable(AwardView award) {
        return award.person() != null && !published(award.id())
                ? scope.coversByGrant("award.read", award.unit())
                : scope.covers("award.read", award.unit());
    }

    private boolean published(UUID id) {
        return Query.of("SELECT published FROM award WHERE id = ?", id)
                .first(database, row -> row.flag("published"))
                .orElse(false);
    }

    Optional<CertificateView> certificate(String serial) {
        return Query.of(
                        "SELECT c.*, a.status FROM certificate c JOIN award a ON a.id = c.award WHERE c.serial = ?",
                        serial)
                .first(
                        database,
                        row -> new CertificateView(
                                row.text("serial"),
                                row.text("check_code"),
                                row.day("issued_on"),
                                row.id("award"),
                                row.text("status")));
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
        return readable(narrowed("SELECT count(*) FROM award a", filter)).count(database);
    }

    Page<PublicAward> published(AwardFilter filter, PageRequest page) {
        var rows = narrowed("SELECT a.* FROM award a", filter)
                .add("AND a.published AND a.status = 'GRANTED'")
                .addIf(IdCursor.after(page), "AND a.id < ?")
                .add("ORDER BY a.id DESC LIMIT ?", page.limit + 1)
                .list(database, this::shown);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), null);
    }

    private Query readable(Query select) {
        return scope.restrictAwards(select);
    }

    private Query narrowed(String sql, AwardFilter filter) {
        var select = Query.of(sql)
                .add("WHERE true")
                .addIf(filter.person, "AND a.person = ANY (known_person_records(?))")
                .addIf(filter.awardType, "AND a.award_type = ?")
                .addIf(filter.issuer, "AND a.issuer = ?")
                .addIf(filter.year, "AND a.year = ?");
        if (filter.unit != null) {
            List<UUID> family = filter.withPredecessors ? units.withPredecessors(filter.unit) : List.of(filter.unit);
            select.add("AND a.unit = ANY (?)", (Object) family.toArray(UUID[]::new));
        }
        return select;
    }

    private AwardView view(Row row, @Nullable UUID askedUnit) throws SQLException {
        var type = row.text("award_type");
        var unit = row.id("unit");
        boolean sample = row.flag("sample");
        return new AwardView(
                row.id("id"),
                type,
                name(type, true),
                name(type, false),
                row.textOrNull("category"),
                row.textOrNull("occasion"),
                unit,
                row.text("unit_name"),
                row.idOrNull("person"),
                row.text("recipient_name"),
                row.integer("year"),
                row.id("decision"),
                row.text("number"),
                row.day("decided_on"),
                row.id("issuer"),
                row.text("issuer_name"),
                row.text("legal_ref"),
                row.text("status"),
                row.text("serial"),
                askedUnit != null && !askedUnit.equals(unit),
                sample,
                sample ? SAMPLE : null,
                row.instant("created_at"));
    }

    private PublicAward shown(Row row) throws SQLException {
        var type = row.text("award_type");
        return new PublicAward(
                row.id("id"),
                type,
                name(type, true),
                name(type, false),
                row.textOrNull("occasion"),
                row.text("recipient_name"),
                row.text("unit_name"),
                row.integer("year"),
                row.text("issuer_name"),
                row.text("number"),
                row.day("decided_on"),
                row.flag("sample") ? SAMPLE : null);
    }

    String name(String awardType, boolean vietnamese) {
        return catalogue
                .find(awardType)
                .map(vietnamese ? AwardType::nameVi : AwardType::nameEn)
                .orElse(awardType);
    }
}
