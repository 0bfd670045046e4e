package vn.lantoa.units.bulk;

import javax.sql.DataSource;
import vn.lantoa.sql.Query;

/** What the register holds of persons beside the record itself: written everywhere or not at all, as records are. */
abstract class PersonTable extends TableKind {
    private final String person;

    /** @param person column of the person by whose posts a reader's reach is told */
    PersonTable(DataSource database, TableLayout layout, String person) {
        super(database, layout);
        this.person = person;
    }

    @Override
    protected void restrict(Query query, ExportScope scope) {
        PersonExport.restrict(query, "t." + person, scope);
    }

    /** Writes into records what they are found by beside their names. */
    protected void gather(String key, Integer[] places, BulkCaller caller) {
        Query.of("""
                SELECT person_gather(p.id)
                FROM (SELECT DISTINCT unnest(ARRAY[g.id, person_current(g.id)]) AS id
                      FROM (SELECT (r.data ->> ?)::uuid AS id FROM bulk_row r WHERE r.import = ? AND r.place = ANY (?)) g) p
                """, key, caller.importId(), places).change(database);
    }
}
