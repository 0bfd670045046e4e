package vn.lantoa.recognition.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.recognition.AwardGranted;
import vn.lantoa.events.recognition.AwardState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;

/** Makes an award and its certificate. Both stay for good. */
@ApplicationScoped
public class GrantAwards {
    private static final String INSERT = """
            WITH granted AS (
                INSERT INTO award (id, award_type, category, occasion, person, unit, recipient_name, unit_name, year, decision,
                    nomination, issuer, issuer_name, number, decided_on, legal_ref, status, published, sample, created_at)
                VALUES (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'GRANTED', ?, ?, ?)
                RETURNING id, decided_on)
            INSERT INTO certificate (serial, award, check_code, issued_on)
            SELECT format('LT-%s-%s', extract(year FROM decided_on),
                          lpad(nextval('certificate_number')::text, 6, '0')), id, ?, decided_on
            FROM granted
            RETURNING serial""";

    private final DataSource database;
    private final Audit audit;
    private final Outbox outbox;

    GrantAwards(DataSource database, Audit audit, Outbox outbox) {
        this.database = database;
        this.audit = audit;
        this.outbox = outbox;
    }

    public void grant(Grant grant, UUID by, Instant now) {
        var id = Ids.next();
        var serial = Query.of(
                        INSERT,
                        id,
                        grant.awardType(),
                        grant.category(),
                        grant.occasion(),
                        grant.person(),
                        grant.unit(),
                        grant.recipientName(),
                        grant.unitName(),
                        grant.year(),
                        grant.decision(),
                        grant.nomination(),
                        grant.issuer(),
                        grant.issuerName(),
                        grant.number(),
                        grant.decidedOn(),
                        grant.legalRef(),
                        grant.published(),
                        grant.sample(),
                        now,
                        CheckCodes.next())
                .first(database, row -> row.text("serial"))
                .orElseThrow();
        var state = new AwardState(
                id,
                grant.awardType(),
                grant.person(),
                grant.unit(),
                grant.decision(),
                grant.year(),
                grant.decidedOn(),
                serial,
                "GRANTED",
                grant.sample());
        audit.record("award.grant", "award", id, null, state);
        outbox.publish(
                new AwardGranted(id, new Act("grant", now, by, null), grant.published() ? state : unnamed(state)));
    }

    /** Whom an unpublished award honours is not told in events. */
    private static AwardState unnamed(AwardState state) {
        return new AwardState(
                state.id(),
                state.awardType(),
                null,
                state.unit(),
                state.decision(),
                state.year(),
                state.decidedOn(),
                state.certificateSerial(),
                state.status(),
                state.sample());
    }
}
