package vn.lantoa.campaigns.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.knownunits.OpenWork;
import vn.lantoa.sql.Query;

/** Campaigns that are not closed, of their organisers, and registrations that are not reviewed. */
@ApplicationScoped
class OpenCampaignWork implements OpenWork {
    private static final String OPEN = """
            SELECT e.unit, f.open_campaigns, f.open_registrations
            FROM unnest(?::uuid[]) AS e (unit)
            CROSS JOIN LATERAL (
                SELECT (SELECT count(*) FROM campaign c WHERE c.organiser = e.unit AND c.status <> 'CLOSED') AS open_campaigns,
                       (SELECT count(*) FROM registration r WHERE r.unit = e.unit AND r.status <> 'REVIEWED') AS open_registrations) f
            WHERE f.open_campaigns + f.open_registrations > 0
            ORDER BY e.unit
            """;

    private final DataSource database;

    OpenCampaignWork(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Open> of(Collection<UUID> units) {
        return Query.of(OPEN, (Object) units.toArray(UUID[]::new))
                .list(
                        database,
                        row -> new Open(
                                row.id("unit"),
                                Map.of(
                                        "openCampaigns", row.number("open_campaigns"),
                                        "openRegistrations", row.number("open_registrations"))));
    }
}
