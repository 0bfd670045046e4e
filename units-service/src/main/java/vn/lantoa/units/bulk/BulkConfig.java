package vn.lantoa.units.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How imports go on. */
@ConfigMapping(prefix = "lantoa.bulk")
interface BulkConfig {
    /** How often a worker looks for an import to go on with. */
    @WithDefault("1s")
    String every();

    /** Rows judged at a time. */
    @WithDefault("2000")
    int judged();

    /** Rows written in one transaction. */
    @WithDefault("5000")
    int batch();

    /** How often in a row a step may fail before the import is given up. */
    @WithDefault("5")
    int attempts();

    /** How long the file and its errors are kept when nothing happens to the import any more. */
    @WithDefault("7d")
    Duration kept();

    /** How long one transaction may take. */
    @WithDefault("2h")
    Duration longest();
}
