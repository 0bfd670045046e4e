package vn.lantoa.recognition.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.recognition.rules.Scales;

/** The catalogue as this instance loaded it: small, immutable, read from memory. */
@ApplicationScoped
public class Catalogue {
    private final CatalogueConfig config;
    private final CatalogueLoader loader;
    private final DataSource database;
    private volatile CatalogueContent content =
            new CatalogueContent(Map.of(), Map.of(), new Scales(Map.of()), List.of());

    Catalogue(CatalogueConfig config, CatalogueLoader loader, DataSource database) {
        this.config = config;
        this.loader = loader;
        this.database = database;
    }

    void onStart(@Observes StartupEvent start) {
        var versions =
                loader.load(config.files().stream().map(CatalogueFile::read).toList());
        content = new CatalogueReader(database, versions).read();
    }

    public Collection<AwardType> types() {
        return content.types().values();
    }

    public Optional<AwardType> find(String code) {
        return Optional.ofNullable(content.types().get(code));
    }

    /** @throws Invalid 422 {@code award-type-unknown} */
    public AwardType require(String code, String pointer) {
        return find(code)
                .orElseThrow(
                        () -> new Invalid("award-type-unknown", FieldError.at(pointer, "award-type-unknown", code)));
    }

    public Scales scales() {
        return content.scales();
    }

    public List<DutyExclusion> exclusions() {
        return content.exclusions();
    }

    public Optional<List<CodeValue>> list(String name) {
        return Optional.ofNullable(content.lists().get(name));
    }

    /** @throws Invalid 422 {@code code-unknown} when the list has no such code */
    public void requireCode(String list, String code, String pointer) {
        var known = content.lists().getOrDefault(list, List.of());
        if (known.stream().noneMatch(value -> value.code().equals(code))) {
            throw new Invalid("code-unknown", FieldError.at(pointer, "code-unknown", code, list));
        }
    }
}
