package vn.lantoa.outbox;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.lantoa.events.Act;
import vn.lantoa.events.Topic;
import vn.lantoa.events.campaigns.CampaignDrafted;
import vn.lantoa.events.campaigns.CampaignState;

/** A replica of campaigns as tests keep it: title and version, and how many events had an effect. */
final class Campaigns implements EventHandler {
    static final String TABLE = """
            CREATE TABLE campaign_replica (id uuid PRIMARY KEY, version bigint NOT NULL, title text NOT NULL,
                                           effects int NOT NULL)
            """;
    static final String POISON = "không đọc được";

    private final String name;
    private final DataSource dataSource;
    private final Set<Topic> topics;
    final AtomicReference<Instant> heartbeat = new AtomicReference<>(Instant.EPOCH);
    volatile boolean poisonous = true;

    Campaigns(String name, TestService service, Topic... topics) {
        this.name = name;
        this.dataSource = service.dataSource;
        this.topics = Set.of(topics);
        service.execute(TABLE);
    }

    static CampaignDrafted drafted(UUID id, String title) {
        return drafted(id, title, UUID.randomUUID());
    }

    static CampaignDrafted drafted(UUID id, String title, UUID organiser) {
        var state = new CampaignState(
                id, "PT", title, "REGULAR", "PROVINCE", organiser, "DRAFT", null, null, List.of(), true);
        return new CampaignDrafted(id, new Act("draft", Instant.parse("2026-11-01T00:00:00Z"), null, null), state);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Topic> topics() {
        return topics;
    }

    @Override
    public void apply(ReceivedEvent event) {
        if (!event.type().startsWith("vn.lantoa.campaigns.campaign.")) {
            return;
        }
        String title = event.stateAs(CampaignState.class).title();
        if (poisonous && title.equals(POISON)) {
            throw new IllegalArgumentException("This campaign cannot be taken in");
        }
        var newer = event.announcement() ? ">=" : ">";
        var sql = """
                INSERT INTO campaign_replica AS c VALUES (?, ?, ?, 1) ON CONFLICT (id) DO UPDATE
                SET version = excluded.version, title = excluded.title, effects = c.effects + 1
                WHERE excluded.version %s c.version
                """.formatted(newer);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, event.subject());
            statement.setLong(2, event.aggregateVersion());
            statement.setString(3, title);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void heartbeat(Instant at) {
        heartbeat.set(at);
    }

    /** Version and title by id. */
    static Map<UUID, String> held(TestService service) {
        return service
                .query(
                        "SELECT id, version, title FROM campaign_replica",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2) + " " + row.getString(3)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
