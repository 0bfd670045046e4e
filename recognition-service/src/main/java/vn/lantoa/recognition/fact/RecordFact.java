package vn.lantoa.recognition.fact;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.knownunits.PersonsOfUnits;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.recognition.duty.Duties;
import vn.lantoa.recognition.scope.Scope;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** Records a fact: once written it stays; a correction is a new fact that supersedes it. */
@ApplicationScoped
class RecordFact {
    private final DataSource database;
    private final Scope scope;
    private final Caller caller;
    private final KnownUnits units;
    private final PersonsOfUnits persons;
    private final Duties duties;
    private final FactReads reads;
    private final Audit audit;
    private final Today today;

    RecordFact(
            DataSource database,
            Scope scope,
            Caller caller,
            KnownUnits units,
            PersonsOfUnits persons,
            Duties duties,
            FactReads reads,
            Audit audit,
            Today today) {
        this.database = database;
        this.scope = scope;
        this.caller = caller;
        this.units = units;
        this.persons = persons;
        this.duties = duties;
        this.reads = reads;
        this.audit = audit;
        this.today = today;
    }

    FactView record(NewFact fact) {
        units.require(fact.unit(), today.day());
        scope.require("fact.record", fact.unit());
        var by = caller.requirePerson();
        if (fact.person() != null) {
            persons.require(fact.person(), fact.unit());
        }
        duties.check("record-fact", new Duties.Dossier(null, "", fact.person(), fact.unit(), today.day()));
        if (fact.validFrom() != null
                && fact.validTo() != null
                && !fact.validFrom().isBefore(fact.validTo())) {
            throw new Invalid("period-reversed", FieldError.at("/to", "period-reversed"));
        }
        supersede(fact);
        Query.of(
                        "INSERT INTO fact (id, kind, unit, person, year, valid_from, valid_to, content, source_document,"
                                + " source_date, supersedes, recorded_by, recorded_at)"
                                + " VALUES (?, ?, ?, ?::uuid, ?::int, ?::date, ?::date, ?::jsonb, ?, ?::date, ?::uuid, ?, ?)",
                        fact.id(),
                        fact.kind(),
                        fact.unit(),
                        fact.person(),
                        fact.year(),
                        fact.validFrom(),
                        fact.validTo(),
                        fact.content().toString(),
                        fact.sourceDocument(),
                        fact.sourceDate(),
                        fact.supersedes(),
                        by,
                        today.now())
                .change(database);
        audit.record(
                "fact.record",
                "fact",
                fact.id(),
                null,
                fact.person() == null ? CollectiveFactSnapshot.of(fact) : FactSnapshot.of(fact),
                fact.person());
        return reads.find(fact.id()).orElseThrow();
    }

    private void supersede(NewFact fact) {
        var old = fact.supersedes();
        if (old == null) {
            return;
        }
        var corrected = reads.find(old)
                .filter(known -> scope.covers("fact.record", known.unit()))
                .orElseThrow(() -> new NotFound("fact-not-found", old));
        boolean same = java.util.Objects.equals(corrected.person(), fact.person())
                && (fact.person() != null || corrected.unit().equals(fact.unit()));
        if (fact.kind() != FactKind.WITHDRAWAL
                && !(corrected.kind().equals(fact.kind().name()) && same)) {
            throw new Invalid("fact-corrects-other", FieldError.at("/supersedes", "fact-corrects-other"));
        }
        int changed = Query.of(
                        "UPDATE fact SET superseded_by = ? WHERE id = ? AND superseded_by IS NULL AND kind <> 'WITHDRAWAL'",
                        fact.id(),
                        old)
                .change(database);
        if (changed == 0) {
            throw new Conflict("fact-superseded", old);
        }
    }
}
