package vn.lantoa.campaigns.response;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Target;
import vn.lantoa.campaigns.names.SqlNames;
import vn.lantoa.campaigns.sql.Json;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;

/** The responses of units; each is given once and stays. */
@ApplicationScoped
class Responses {
    private static final TypeReference<List<Target>> TARGETS = new TypeReference<>() {};

    private final EntityManager entities;
    private final DataSource database;
    private final Json json;

    Responses(EntityManager entities, DataSource database, Json json) {
        this.entities = entities;
        this.database = database;
        this.json = json;
    }

    void keep(Response response) {
        entities.createNativeQuery("INSERT INTO campaign_response"
                        + " (id, campaign, unit, responded_on, targets, note, given_by, created_at)"
                        + " VALUES (?1, ?2, ?3, ?4, CAST(?5 AS jsonb), ?6, ?7, ?8)")
                .setParameter(1, response.id())
                .setParameter(2, response.campaign())
                .setParameter(3, response.unit())
                .setParameter(4, response.respondedOn())
                .setParameter(5, json.write(response.targets()))
                .setParameter(6, response.note())
                .setParameter(7, response.givenBy())
                .setParameter(8, response.createdAt())
                .executeUpdate();
    }

    Page<ResponseView> of(UUID campaign, @Nullable UUID unit, LocalDate asOf, PageRequest page) {
        var rows = Query.of("SELECT r.*, unit_names.* FROM campaign_response r")
                .add(SqlNames.UNIT_NAME.formatted("r.unit"), asOf)
                .add("WHERE r.campaign = ?", campaign)
                .addIf(unit, "AND r.unit = ?")
                .addIf(IdCursor.after(page), "AND r.id < ?")
                .add("ORDER BY r.id DESC LIMIT ?", page.limit + 1)
                .list(
                        database,
                        row -> new ResponseView(
                                row.id("id"),
                                campaign,
                                SqlNames.unit(row, "unit"),
                                row.day("responded_on"),
                                json.read(row.text("targets"), TARGETS),
                                row.textOrNull("note"),
                                row.instant("created_at")));
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? total(campaign, unit) : null);
    }

    private long total(UUID campaign, @Nullable UUID unit) {
        return Query.of("SELECT count(*) FROM campaign_response r WHERE r.campaign = ?", campaign)
                .addIf(unit, "AND r.unit = ?")
                .count(database);
    }

    /** What a unit answers to a campaign. */
    record Response(
            UUID id,
            UUID campaign,
            UUID unit,
            LocalDate respondedOn,
            List<Target> targets,
            @Nullable String note,
            UUID givenBy,
            Instant createdAt) {}
}
