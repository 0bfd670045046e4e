package vn.lantoa.units.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;
import vn.lantoa.units.bulk.RowError;
import vn.lantoa.units.mapping.MappingRow.Occasion;

/** A whole table as it was staged, read against the register as it is now: one plan for each day. */
@ApplicationScoped
class MappingTable {
    private final MappingRegister register;
    private final KnownMappings known;
    private final DataSource database;
    private final ObjectMapper json;

    MappingTable(MappingRegister register, KnownMappings known, DataSource database, ObjectMapper json) {
        this.register = register;
        this.known = known;
        this.database = database;
        this.json = json;
    }

    /** What the rows of one day come to, and what the register knew when they were read. */
    record Reading(MappingPlan plan, Register register, List<RowProblem> problems) {}

    /** The earliest day first. */
    List<Reading> read(UUID importId) {
        var broken = broken(importId);
        var readings = new ArrayList<Reading>();
        byDay(importId).forEach((day, rows) -> {
            var found = register.of(rows, day);
            var plan = new MappingPlan(rows, found, broken);
            var problems = plan.everyReason();
            var there = known.of(rows);
            rows.stream()
                    .filter(row -> there.containsKey(KnownMappings.Place.of(row)))
                    .forEach(row -> problems.add(RowProblem.at(
                            row,
                            "oldCode",
                            "mapping-drafted-already",
                            row.oldCode(),
                            row.occasion().number())));
            readings.add(new Reading(plan, found, problems));
        });
        return readings;
    }

    List<RowProblem> problems(UUID importId) {
        return read(importId).stream()
                .flatMap(reading -> reading.problems().stream())
                .toList();
    }

    /** Marks the staged rows that are unresolved or ambiguous, each with all its reasons. */
    @Transactional(Transactional.TxType.MANDATORY)
    void mark(UUID importId) {
        var marked = new LinkedHashMap<Integer, List<RowError>>();
        for (var problem : problems(importId)) {
            marked.computeIfAbsent(problem.row(), _ -> new ArrayList<>()).add(problem.inFile());
        }
        var rows = marked.entrySet().stream()
                .map(row -> Map.of("place", row.getKey(), "errors", row.getValue()))
                .toList();
        Query.of("""
                UPDATE bulk_row b SET outcome = 'WRONG', data = NULL, errors = p.errors
                FROM jsonb_to_recordset(?::jsonb) AS p (place integer, errors jsonb)
                WHERE b.import = ? AND b.place = p.place
                """, written(rows), importId).change(database);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Broken broken(UUID importId) {
        var old = new HashSet<String>();
        var made = new HashSet<String>();
        var documents = new HashSet<String>();
        var everything = new ArrayList<Integer>();
        Query.of("""
                SELECT place, data ->> 'scheme' AS scheme, data ->> 'oldCode' AS old_code, data ->> 'newCode' AS new_code,
                       data ->> 'documentNumber' AS document
                FROM bulk_row WHERE import = ? AND outcome = 'WRONG' AND data IS NOT NULL
                """, importId).list(database, row -> {
            var scheme = row.textOrNull("scheme");
            var document = row.textOrNull("document");
            if (scheme != null) {
                old.add(MappingRow.key(scheme, row.text("old_code")));
                var code = row.textOrNull("new_code");
                return code != null && made.add(MappingRow.key(scheme, code));
            }
            return document == null ? everything.add(row.integer("place")) : documents.add(document);
        });
        return new Broken(old, made, documents, !everything.isEmpty());
    }

    private Map<LocalDate, List<MappingRow>> byDay(UUID importId) {
        var found = new TreeMap<LocalDate, List<MappingRow>>();
        var occasions = new HashMap<Occasion, Occasion>();
        Query.of("""
                SELECT b.place, r.* FROM bulk_row b
                CROSS JOIN LATERAL jsonb_to_record(b.data) AS r (
                    scheme text, "oldCode" text, "oldName" text, "newCode" text, "newName" text, "newKind" text,
                    "newParent" text, portion text, change text, article text, "documentNumber" text, "issuedBy" text,
                    "signedOn" date, "effectiveOn" date)
                WHERE b.import = ? AND b.outcome = 'NEW'
                ORDER BY b.place
                """, importId)
                .list(database, row -> {
                    var occasion = new Occasion(
                            row.text("documentNumber"),
                            row.text("issuedBy"),
                            row.day("signedOn"),
                            row.day("effectiveOn"));
                    var change = row.textOrNull("change");
                    return new MappingRow(
                            row.integer("place"),
                            row.text("scheme"),
                            row.text("oldCode"),
                            row.textOrNull("oldName"),
                            row.textOrNull("newCode"),
                            row.textOrNull("newName"),
                            row.textOrNull("newKind"),
                            row.textOrNull("newParent"),
                            MappingPortion.valueOf(row.text("portion")),
                            change == null ? null : MappingChange.valueOf(change),
                            row.textOrNull("article"),
                            occasions.computeIfAbsent(occasion, each -> each));
                })
                .forEach(row -> found.computeIfAbsent(row.occasion().effectiveOn(), _ -> new ArrayList<>())
                        .add(row));
        return found;
    }
}
