package vn.lantoa.campaigns.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.campaigns.names.ActView;
import vn.lantoa.campaigns.names.SqlNames;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Lists of registrations: one statement each. */
@ApplicationScoped
class RegistrationReads {
    private static final String COLUMNS = """
            SELECT r.id, r.campaign, c.code AS campaign_code, c.title AS campaign_title, r.unit, r.person, r.year,
                   r.registered_on, r.titles_aimed_at, r.status, r.outcome, r.version, r.created_at, r.updated_at,
                   p.display_name AS person_name, unit_names.*
            FROM (""";

    private final DataSource database;
    private final Caller caller;
    private final KnownUnits units;
    private final Today today;

    RegistrationReads(DataSource database, Caller caller, KnownUnits units, Today today) {
        this.database = database;
        this.caller = caller;
        this.units = units;
        this.today = today;
    }

    Page<RegistrationRow> list(RegistrationFilter filter, PageRequest page) {
        // a range of one campaign, not an equality: only (campaign, id) gives this order, so the rows of other
        // campaigns are never walked through
        var order = filter.campaign == null ? "ORDER BY r.id DESC" : "ORDER BY r.campaign DESC, r.id DESC";
        var select = Query.of(COLUMNS).plannedForItsValues();
        readable(
                select,
                "r.*",
                branch -> restrict(branch, filter)
                        .addIf(IdCursor.after(page), "AND r.id < ?")
                        .add(order + " LIMIT ?", page.limit + 1));
        var rows = select.add(order + " LIMIT ?) r", page.limit + 1)
                .add("JOIN campaign c ON c.id = r.campaign LEFT JOIN known_person p ON p.id = r.person")
                .add(SqlNames.UNIT_NAME.formatted("r.unit"), today.or(filter.asOf))
                .add("ORDER BY r.id DESC")
                .list(database, RegistrationReads::row);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? total(filter) : null);
    }

    List<ActView> timeline(UUID id) {
        return Query.of("""
                        SELECT a.act, a.at, a.person, a.reason, p.display_name AS person_name
                        FROM (SELECT 'draft' AS act, created_at AS at, drafted_by AS person, NULL AS reason, NULL::uuid AS id
                              FROM registration WHERE id = ?
                              UNION ALL
                              SELECT act, at, person, reason, id FROM registration_act WHERE registration = ?) a
                        LEFT JOIN known_person p ON p.id = a.person
                        ORDER BY a.id NULLS FIRST""", id, id)
                .list(
                        database,
                        row -> new ActView(
                                row.text("act"),
                                row.instant("at"),
                                SqlNames.person(row, "person"),
                                row.textOrNull("reason")));
    }

    Page<ReviewView> reviews(UUID registration, PageRequest page) {
        var rows = Query.of("SELECT v.*, p.display_name AS person_name FROM registration_review v"
                        + " LEFT JOIN known_person p ON p.id = v.reviewer")
                .add("WHERE v.registration = ?", registration)
                .addIf(IdCursor.after(page), "AND v.id < ?")
                .add("ORDER BY v.id DESC LIMIT ?", page.limit + 1)
                .list(
                        database,
                        row -> new ReviewView(
                                row.id("id"),
                                registration,
                                row.day("reviewed_on"),
                                row.texts("done"),
                                row.texts("undone"),
                                row.textOrNull("remedy"),
                                ReviewOutcome.valueOf(row.text("outcome")),
                                Objects.requireNonNull(SqlNames.person(row, "reviewer")),
                                row.instant("created_at")));
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? reviewTotal(registration) : null);
    }

    private long reviewTotal(UUID registration) {
        return Query.of("SELECT count(*) FROM registration_review WHERE registration = ?", registration)
                .count(database);
    }

    private long total(RegistrationFilter filter) {
        var select = Query.of("SELECT count(*) FROM (").plannedForItsValues();
        readable(select, "r.id", branch -> restrict(branch, filter));
        return select.add(") r").count(database);
    }

    /** Of the units that the caller may read, and the caller's own: each has its index, so each is a branch of its own. */
    private void readable(Query select, String columns, UnaryOperator<Query> restrictions) {
        var rows = "SELECT " + columns + " FROM registration r WHERE ";
        var reach = caller.reach("registration.read");
        select.add("SELECT r.* FROM (");
        if (reach.everywhere()) {
            restrictions.apply(select.add("(" + rows + "true")).add(")");
        } else {
            if (!reach.roots().isEmpty()) {
                restrictions
                        .apply(SqlNames.within(select.add("(" + rows), "r.unit", reach, today.day()))
                        .add(") UNION");
            }
            var me = caller.person().orElse(null);
            select.add("(" + rows + "r.person = ANY (known_person_records(?::uuid))", me);
            var shown = caller.ownShown("registration.read");
            if (!shown.everywhere()) {
                SqlNames.within(select.add("AND"), "r.unit", shown, today.day());
            }
            restrictions.apply(select).add(")");
        }
        select.add(") r");
    }

    private Query restrict(Query select, RegistrationFilter filter) {
        select.addIf(filter.person, "AND r.person = ANY (known_person_records(?))")
                .addIf(filter.year, "AND r.year = ?")
                .addIf(filter.status, "AND r.status = ?")
                .addIf(filter.outcome, "AND r.outcome = ?")
                .addIf(filter.updatedSince, "AND r.updated_at >= ?");
        if (filter.campaign != null) {
            select.add("AND r.campaign BETWEEN ? AND ?", filter.campaign, filter.campaign);
        }
        if (filter.unit != null) {
            var wanted = filter.predecessors
                    ? units.withPredecessors(filter.unit).toArray(UUID[]::new)
                    : new UUID[] {filter.unit};
            select.add("AND r.unit = ANY (?)", (Object) wanted);
        }
        if (filter.within != null) {
            select.add(
                            "AND r.unit IN (SELECT k.descendant FROM known_unit_closure k"
                                    + " WHERE k.ancestor = ? AND k.valid @> ?::date",
                            filter.within,
                            today.or(filter.asOf))
                    .addIf(filter.line, "AND k.line = ?")
                    .add(")");
        }
        return select;
    }

    private static RegistrationRow row(Row row) throws SQLException {
        return new RegistrationRow(
                row.id("id"),
                new CampaignRef(row.id("campaign"), row.text("campaign_code"), row.text("campaign_title")),
                SqlNames.unit(row, "unit"),
                SqlNames.person(row, "person"),
                row.integer("year"),
                row.day("registered_on"),
                row.texts("titles_aimed_at"),
                RegistrationStatus.valueOf(row.text("status")),
                Optional.ofNullable(row.textOrNull("outcome"))
                        .map(ReviewOutcome::valueOf)
                        .orElse(null),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
