package vn.lantoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
    String load() throws SQLException, ExecutionException, InterruptedException {
        long begun = System.nanoTime();
        // persons and units know nothing of each other until somebody belongs somewhere: each has a core of its own
        var loading = new FutureTask<>(() -> {
            BulkLoad.into(superuser, ScalePeople.PERSON_TABLES, ScalePeople.persons(scale.persons()));
            return null;
        });
        Thread.ofPlatform().name("load-persons").start(loading);
        var tables = new ArrayList<>(ScaleUnits.TABLES);
        tables.addAll(ScalePeople.MEMBERSHIP_TABLES);
        var statements = new ArrayList<>(ScaleUnits.statements());
        statements.addAll(ScalePeople.memberships(scale.persons()));
        BulkLoad.into(superuser, tables, statements);
        loading.get();
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
