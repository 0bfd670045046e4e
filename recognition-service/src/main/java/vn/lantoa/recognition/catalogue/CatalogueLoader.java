package vn.lantoa.recognition.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** Brings the files into the tables: an unchanged file changes nothing, a changed one becomes the next version. */
@ApplicationScoped
class CatalogueLoader {
    private static final Logger LOG = Logger.getLogger(CatalogueLoader.class);

    private final DataSource database;
    private final Today today;

    CatalogueLoader(DataSource database, Today today) {
        this.database = database;
        this.today = today;
    }

    /** @return the version of each file that holds now */
    @Transactional
    public Map<String, Integer> load(Iterable<CatalogueFile> files) {
        Query.of("SELECT pg_advisory_xact_lock(hashtext('lantoa.catalogue'))").list(database, row -> true);
        var versions = new LinkedHashMap<String, Integer>();
        for (var file : files) {
            versions.put(file.name(), load(file));
        }
        return versions;
    }

    private int load(CatalogueFile file) {
        var newest = Query.of(
                        "SELECT version, sha256 FROM catalogue_version WHERE file = ? ORDER BY version DESC LIMIT 1",
                        file.name())
                .first(database, row -> new Newest(row.integer("version"), row.text("sha256")))
                .orElse(new Newest(0, ""));
        if (newest.sha256().equals(file.sha256())) {
            return newest.version();
        }
        int version = newest.version() + 1;
        Query.of(
                        "INSERT INTO catalogue_version (file, version, sha256, loaded_at) VALUES (?, ?, ?, ?)",
                        file.name(),
                        version,
                        file.sha256(),
                        today.now())
                .change(database);
        new CatalogueWriter(database, file, version).write();
        LOG.infof("Catalogue %s: version %d", file.name(), version);
        return version;
    }

    private record Newest(int version, String sha256) {}
}
