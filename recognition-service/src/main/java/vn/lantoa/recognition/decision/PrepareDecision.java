package vn.lantoa.recognition.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.nomination.Nominations;
import vn.lantoa.recognition.scope.Scope;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** Begins a decision on nominations of one award that are ripe for it. */
@ApplicationScoped
class PrepareDecision {
    private final Catalogue catalogue;
    private final KnownUnits units;
    private final Nominations nominations;
    private final Decisions decisions;
    private final DecisionDuties duties;
    private final Scope scope;
    private final Caller caller;
    private final DataSource database;
    private final Audit audit;
    private final Outbox outbox;
    private final Today today;

    PrepareDecision(
            Catalogue catalogue,
            KnownUnits units,
            Nominations nominations,
            Decisions decisions,
            DecisionDuties duties,
            Scope scope,
            Caller caller,
            DataSource database,
            Audit audit,
            Outbox outbox,
            Today today) {
        this.catalogue = catalogue;
        this.units = units;
        this.nominations = nominations;
        this.decisions = decisions;
        this.duties = duties;
        this.scope = scope;
        this.caller = caller;
        this.database = database;
        this.audit = audit;
        this.outbox = outbox;
        this.today = today;
    }

    Decision draft(DraftDecision command) {
        catalogue.require(command.awardType(), "/awardType");
        var issuer = units.require(command.issuer(), today.day());
        scope.require("decision.draft", command.issuer());
        check(command);
        var decision =
                Decision.draft(Ids.orNext(command.id()), command, issuer.name(), caller.requirePerson(), today.now());
        decisions.persistAndFlush(decision);
        Query.of(
                        "INSERT INTO decision_nomination (decision, nomination, position)"
                                + " SELECT ?, nomination, position FROM unnest(?::uuid[])"
                                + " WITH ORDINALITY AS given (nomination, position)",
                        decision.id(),
                        command.nominations().toArray(UUID[]::new))
                .change(database);
        var state = decision.state(command.nominations());
        audit.record("decision.draft", "decision", decision.id(), null, state);
        outbox.publish(decision.drafted(command.nominations()));
        return decision;
    }

    private void check(DraftDecision command) {
        var errors = new ArrayList<FieldError>();
        if (new HashSet<>(command.nominations()).size() != command.nominations().size()) {
            errors.add(FieldError.at("/nominations", "named-twice"));
        } else {
            var found = nominations.all(command.nominations());
            for (int i = 0; i < found.size(); i++) {
                if (!scope.covers("nomination.read", found.get(i).proposingUnit())) {
                    throw new NotFound("nomination-not-found", found.get(i).id());
                }
                if (!found.get(i).awardType().equals(command.awardType())) {
                    errors.add(FieldError.at(
                            "/nominations/" + i, "other-award", found.get(i).awardType()));
                }
                found.get(i).mustBeDecidable();
            }
            duties.check("draft-decision", found, today.day());
        }
        if (!errors.isEmpty()) {
            throw new Invalid("decision-contradicts", errors);
        }
    }
}
