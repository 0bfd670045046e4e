package vn.lantoa.recognition.catalogue;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** Where the catalogue comes from. */
@ConfigMapping(prefix = "lantoa.catalogue")
public interface CatalogueConfig {
    /** Names of the files below {@code catalogue/} on the class path, in the order they are loaded. */
    List<String> files();
}
