package vn.lantoa.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A mistake, and the finding that must name it.
 *
 * @param title what somebody did
 * @param rule of the finding
 * @param file end of the finding's file
 * @param resource of the finding, or empty
 * @param path a part of the finding's path
 */
record Mistake(String title, Consumer<Tree> plant, String rule, String file, String resource, String path) {
    static final String DEPLOYMENT = "base/units-service/deployment.yaml";
    static final String UNITS = "Deployment units-service";
    static final String POD = "/spec/template/spec";

    /** In the Deployment of units-service. */
    static Mistake inUnits(String title, String pointer, Object value, String rule, String path) {
        return new Mistake(
                title,
                tree -> tree.set(DEPLOYMENT, UNITS, pointer, value),
                rule,
                "units-service/deployment.yaml",
                UNITS,
                path);
    }

    /** Something is missing from the Deployment of units-service. */
    static Mistake without(String title, String pointer, String rule, String path) {
        return new Mistake(
                title,
                tree -> tree.remove(DEPLOYMENT, UNITS, pointer),
                rule,
                "units-service/deployment.yaml",
                UNITS,
                path);
    }

    /** In a named resource of any file. */
    static Mistake in(
            String title, String file, String resource, String pointer, Object value, String rule, String path) {
        return new Mistake(title, tree -> tree.set(file, resource, pointer, value), rule, file, resource, path);
    }

    Mistake forKind(String kindAndName) {
        return new Mistake(title, plant, rule, file, kindAndName, path);
    }

    Mistake at(String otherFile, String otherPath) {
        return new Mistake(title, plant, rule, otherFile, "NetworkPolicy", otherPath);
    }

    void isFound(Path folder) throws IOException {
        var tree = Tree.copy(folder);
        plant.accept(tree);
        assertThat(tree.findings()).as(title).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.place().file()).endsWith(file);
            assertThat(finding.place().resource()).contains(resource);
            assertThat(finding.place().path()).contains(path);
            assertThat(finding.mend()).isNotBlank();
        });
    }

    @Override
    public String toString() {
        return title;
    }
}
