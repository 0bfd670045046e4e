package vn.lantoa.campaigns.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.campaigns.CampaignResponded;
import vn.lantoa.events.campaigns.ResponseState;
import vn.lantoa.outbox.Announcer;
import vn.lantoa.sql.Query;

/** Tells again that a unit takes up a campaign. */
@ApplicationScoped
class ResponseAnnouncer implements Announcer {
    private final DataSource database;

    ResponseAnnouncer(DataSource database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "response";
    }

    @Override
    public String table() {
        return "campaign_response";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return Query.of(
                        "SELECT campaign, unit, responded_on, jsonb_array_length(targets) AS targets"
                                + " FROM campaign_response WHERE id = ?",
                        id)
                .first(
                        database,
                        row -> new CampaignResponded(
                                id,
                                announcing,
                                new ResponseState(
                                        id,
                                        row.id("campaign"),
                                        row.id("unit"),
                                        row.day("responded_on"),
                                        row.integer("targets"))));
    }
}
