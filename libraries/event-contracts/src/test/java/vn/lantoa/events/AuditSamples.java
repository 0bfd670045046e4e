package vn.lantoa.events;

import static vn.lantoa.events.Samples.act;
import static vn.lantoa.events.Samples.id;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Heads of the audit logs of the three services. */
final class AuditSamples {
    private static final String ROOT = "XcnadZqXBppZp61ZXLcB3tmivahL0vMkBLNNCDh6x1s=";
    private static final String AT = "2026-11-23T01:02:03.000004Z";

    private AuditSamples() {}

    static List<DomainEvent> all() {
        var units = id("0197a1b0-7000-7165-8e84-92a3b4c5d701");
        var campaigns = id("0197a1b0-7000-7165-8e84-92a3b4c5d702");
        var recognition = id("0197a1b0-7000-7165-8e84-92a3b4c5d703");
        var sealed = act("audit.seal", AT, null);
        return List.of(
                new vn.lantoa.events.units.AuditHeadSealed(units, sealed, head(units, "lantoa/units")),
                new vn.lantoa.events.campaigns.AuditHeadSealed(campaigns, sealed, head(campaigns, "lantoa/campaigns")),
                new vn.lantoa.events.recognition.AuditHeadSealed(
                        recognition, sealed, head(recognition, "lantoa/recognition")));
    }

    private static AuditHeadState head(UUID id, String origin) {
        var text = origin + "\n4711\n" + ROOT + "\ntime " + AT + "\nera 1\n";
        var note = text + "\n— " + origin + " cKDq2v5k…\n";
        return new AuditHeadState(id, origin, 4711, ROOT, Instant.parse(AT), note);
    }
}
