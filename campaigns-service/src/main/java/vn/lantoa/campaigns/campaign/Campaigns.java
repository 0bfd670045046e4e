package vn.lantoa.campaigns.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.events.Act;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;

/** The campaigns of the province. */
@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {
    private final DataSource database;
    private final Caller caller;

    Campaigns(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    Campaign get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("campaign-not-found", id));
    }

    /**
     * The campaign, which stays open until this transaction ends: the lock is the one that the foreign key of a
     * response or registration takes anyway, and closing waits for it ({@link #lockForClosing}).
     *
     * @throws Conflict 409 {@code campaign-not-open} before its launch and after its closing
     * @throws NotFound before its launch, to those who may not read it
     */
    public OpenCampaign requireOpen(UUID id) {
        record Found(CampaignStatus status, UUID organiser, OpenCampaign campaign) {}
        var found = Query.of(
                        "SELECT code, title, status, organiser, starts_on, ends_on FROM campaign WHERE id = ? FOR KEY SHARE",
                        id)
                .first(
                        database,
                        row -> new Found(
                                CampaignStatus.valueOf(row.text("status")),
                                row.id("organiser"),
                                new OpenCampaign(
                                        id,
                                        row.text("code"),
                                        row.text("title"),
                                        new Period(row.dayOrNull("starts_on"), row.dayOrNull("ends_on")))))
                .filter(it -> !it.status().hidden() || caller.may("campaign.read", it.organiser()))
                .orElseThrow(() -> new NotFound("campaign-not-found", id));
        if (found.status() != CampaignStatus.LAUNCHED) {
            throw new Conflict(
                    "campaign-not-open",
                    found.campaign().title(),
                    found.status().name());
        }
        return found.campaign();
    }

    /** @throws NotFound where there is none, and before its launch to those who may not read it */
    public void requireReadable(UUID id) {
        boolean readable = Query.of("SELECT status, organiser FROM campaign WHERE id = ?", id)
                .first(
                        database,
                        row -> !CampaignStatus.valueOf(row.text("status")).hidden()
                                || caller.may("campaign.read", row.id("organiser")))
                .orElse(false);
        if (!readable) {
            throw new NotFound("campaign-not-found", id);
        }
    }

    /** Waits until every transaction that found the campaign open has ended. */
    void lockForClosing(UUID id) {
        Query.of("SELECT id FROM campaign WHERE id = ? FOR UPDATE", id).first(database, row -> id);
    }

    /** Adds to the campaign's timeline. */
    void remember(UUID campaign, Act act) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO campaign_act (id, campaign, act, at, person, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, Ids.next())
                .setParameter(2, campaign)
                .setParameter(3, act.act())
                .setParameter(4, act.at())
                .setParameter(5, act.by())
                .setParameter(6, act.reason())
                .executeUpdate();
    }
}
