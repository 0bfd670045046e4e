package vn.lantoa.benchmarks;

import java.util.List;

/** Something worth measuring; later scenarios are added to {@link Main#SCENARIOS}. */
interface Scenario {
    /** {@code BM1}. */
    String name();

    /** One line for {@code bench --list}. */
    String title();

    /** Measures on a running platform with seeded data. */
    List<Figure> run(Bench bench) throws Exception;
}
