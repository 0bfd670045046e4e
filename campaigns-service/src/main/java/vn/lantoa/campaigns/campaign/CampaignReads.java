package vn.lantoa.campaigns.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.campaigns.names.ActView;
import vn.lantoa.campaigns.names.SqlNames;
import vn.lantoa.campaigns.sql.SearchText;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Lists and figures of campaigns: one statement each. */
@ApplicationScoped
class CampaignReads {
    private static final String REGISTRATION_FIGURES = """
            SELECT c.status, c.organiser,
                   (SELECT count(*) FROM campaign_response r WHERE r.campaign = c.id) AS responses, f.*
            FROM campaign c, LATERAL (
                SELECT count(*) FILTER (WHERE status = 'DRAFT') AS draft,
                       count(*) FILTER (WHERE status = 'SUBMITTED') AS submitted,
                       count(*) FILTER (WHERE status = 'RETURNED') AS returned,
                       count(*) FILTER (WHERE status = 'CONFIRMED') AS confirmed,
                       count(*) FILTER (WHERE status = 'REVIEWED') AS reviewed,
                       count(*) FILTER (WHERE person IS NULL) AS units,
                       count(person) AS persons,
                       count(*) FILTER (WHERE outcome = 'MET') AS met,
                       count(*) FILTER (WHERE outcome = 'PARTLY') AS partly,
                       count(*) FILTER (WHERE outcome = 'NOT_MET') AS not_met
                FROM registration WHERE campaign = c.id) f
            WHERE c.id = ?""";

    private final DataSource database;
    private final WithheldFigures withheld;
    private final Today today;

    CampaignReads(DataSource database, WithheldFigures withheld, Today today) {
        this.database = database;
        this.withheld = withheld;
        this.today = today;
    }

    Page<CampaignRow> list(CampaignFilter filter, PageRequest page, Reach reach) {
        var select = Query.of("SELECT c.*, unit_names.* FROM campaign c")
                .add(SqlNames.UNIT_NAME.formatted("c.organiser"), today.or(filter.asOf));
        restrict(select, filter, reach);
        var rows = select.addIf(IdCursor.after(page), "AND c.id < ?")
                .add("ORDER BY c.id DESC LIMIT ?", page.limit + 1)
                .list(database, CampaignReads::row);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? total(filter, reach) : null);
    }

    /**
     * @param readable whether the caller may read the campaigns of an organiser; asked only before the launch
     * @param counted whether the caller may read the registrations of an organiser's campaigns; asked only where a figure is small
     */
    CampaignProgress progress(UUID id, Predicate<UUID> readable, Predicate<UUID> counted) {
        record Found(boolean hidden, UUID organiser, CampaignProgress progress) {}
        return Query.of(REGISTRATION_FIGURES, id)
                .first(
                        database,
                        row -> new Found(
                                CampaignStatus.valueOf(row.text("status")).hidden(),
                                row.id("organiser"),
                                new CampaignProgress(
                                        id,
                                        row.number("responses"),
                                        figures(row, "DRAFT", "SUBMITTED", "RETURNED", "CONFIRMED", "REVIEWED"),
                                        row.number("units"),
                                        row.number("persons"),
                                        figures(row, "MET", "PARTLY", "NOT_MET"),
                                        List.of())))
                .filter(found -> !found.hidden() || readable.test(found.organiser()))
                .map(found -> {
                    var shown = withheld.of(found.progress());
                    return shown.withheld().isEmpty() || counted.test(found.organiser()) ? found.progress() : shown;
                })
                .orElseThrow(() -> new NotFound("campaign-not-found", id));
    }

    List<ActView> timeline(UUID id) {
        return Query.of(
                        "SELECT a.act, a.at, a.person, a.reason, p.display_name AS person_name FROM campaign_act a"
                                + " LEFT JOIN known_person p ON p.id = a.person WHERE a.campaign = ? ORDER BY a.id",
                        id)
                .list(
                        database,
                        row -> new ActView(
                                row.text("act"),
                                row.instant("at"),
                                SqlNames.person(row, "person"),
                                row.textOrNull("reason")));
    }

    private long total(CampaignFilter filter, Reach reach) {
        var select = Query.of("SELECT count(*) FROM campaign c");
        restrict(select, filter, reach);
        return select.count(database);
    }

    private void restrict(Query select, CampaignFilter filter, Reach reach) {
        select.add("WHERE true")
                .addIf(filter.status, "AND c.status = ?")
                .addIf(filter.kind, "AND c.kind = ?")
                .addIf(filter.launchLevel, "AND c.launch_level = ?")
                .addIf(filter.organiser, "AND c.organiser = ?")
                .addIf(filter.updatedSince, "AND c.updated_at >= ?");
        if (filter.q != null) {
            SearchText.patterns(filter.q)
                    .forEach(pattern -> select.add("AND c.search_text LIKE campaigns_fold(?)", pattern));
        }
        if (!reach.everywhere()) {
            SqlNames.within(select.add("AND (c.status IN ('LAUNCHED', 'CLOSED') OR"), "c.organiser", reach, today.day())
                    .add(")");
        }
    }

    private static CampaignRow row(Row row) throws SQLException {
        return new CampaignRow(
                row.id("id"),
                row.text("code"),
                row.text("title"),
                row.text("kind"),
                row.text("launch_level"),
                SqlNames.unit(row, "organiser"),
                row.dayOrNull("starts_on"),
                row.dayOrNull("ends_on"),
                row.flag("requires_registration"),
                row.textOrNull("remark"),
                CampaignStatus.valueOf(row.text("status")),
                row.dayOrNull("launched_on"),
                row.dayOrNull("closed_on"),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private static Map<String, Long> figures(Row row, String... names) throws SQLException {
        var figures = new LinkedHashMap<String, Long>();
        for (String name : names) {
            figures.put(name, row.number(name));
        }
        return figures;
    }

    /** Launched and closed campaigns, for everybody. */
    Page<PublicCampaign> published(@Nullable String q, LocalDate asOf, PageRequest page) {
        var select = Query.of("SELECT c.*, unit_names.* FROM campaign c")
                .add(SqlNames.UNIT_NAME.formatted("c.organiser"), asOf)
                .add("WHERE c.status IN ('LAUNCHED', 'CLOSED')");
        if (q != null) {
            SearchText.patterns(q).forEach(pattern -> select.add("AND c.search_text LIKE campaigns_fold(?)", pattern));
        }
        var rows = select.addIf(IdCursor.after(page), "AND c.id < ?")
                .add("ORDER BY c.id DESC LIMIT ?", page.limit + 1)
                .list(database, CampaignReads::row);
        return Page.of(rows.stream().map(PublicCampaign::of).toList(), page.limit, row -> Cursor.of(row.id()), null);
    }
}
