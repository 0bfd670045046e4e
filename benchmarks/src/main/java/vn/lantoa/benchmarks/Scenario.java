package vn.lantoa.benchmarks;

import java.util.List;

/** Something worth measuring; {@link Main} names them all. */
interface Scenario {
    /** {@code BM1}. */
    String name();

    /** One line for {@code bench --list}. */
    String title();

    /** Measures on a running platform; what it stops or changes there it puts right again. */
    List<Figure> run(Bench bench) throws Exception;

    /** Whether it is measured on the data at scale, on a platform that holds nothing else. */
    default boolean atScale() {
        return false;
    }

    /** For a peer: the scenarios in which it stands beside ours. */
    default List<String> besides() {
        return List.of();
    }

    /** Whether it reads PostgreSQL's log of changes, which then has to hold more. */
    default boolean readsChangeLog() {
        return false;
    }
}
