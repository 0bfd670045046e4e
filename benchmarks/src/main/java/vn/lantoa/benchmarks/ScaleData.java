package vn.lantoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Loads what {@link Scale} describes, past the service, and looks whether all of it fits together. */
final class ScaleData {
    private final Scale scale;
    private final DataSource superuser;

    ScaleData(Scale scale, DataSource superuser) {
        this.scale = scale;
        this.superuser = superuser;
    }

    /** @return how long it took, in a sentence */
    String load() throws SQLException {
        long begun = System.nanoTime();
        var tables = new ArrayList<>(ScaleUnits.TABLES);
        tables.addAll(ScalePeople.PERSON_TABLES);
        tables.addAll(ScalePeople.MEMBERSHIP_TABLES);
        var statements = new ArrayList<>(ScaleUnits.statements());
        statements.addAll(ScalePeople.persons(scale.persons()));
        statements.addAll(ScalePeople.memberships(scale.persons()));
        BulkLoad.into(superuser, tables, statements);
        for (String faults : List.of(ScaleUnits.FAULTS, ScalePeople.FAULTS)) {
            long count = Jdbc.count(superuser, faults);
            if (count > 0) {
                throw new IllegalStateException(count + " facts of the data at scale do not fit together");
            }
        }
        return "data at scale: %d reorganisations in 20 years, loaded in %.0f s"
                .formatted(Scale.REFORMS, (System.nanoTime() - begun) / 1e9);
    }
}
