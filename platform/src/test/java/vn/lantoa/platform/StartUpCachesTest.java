package vn.lantoa.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpCachesTest {

    @TempDir
    Path folder;

    @Test
    void theFirstRunRecordsAndTheSecondStartsFromWhatWasWritten() throws IOException {
        Home home = new Home(folder);
        home.prepare();
        StartUpCaches caches = new StartUpCaches(home, true);

        List<String> first = caches.options(Part.UNITS, "jars", List.of("-Xmx1m"));
        String output = only(first, "-XX:AOTCacheOutput=");
        JavaCommand.of(home.arguments(Part.UNITS), first);
        Files.writeString(Path.of(output), "cache");
        caches.accept(Part.UNITS);

        assertThat(Path.of(only(caches.options(Part.UNITS, "jars", List.of("-Xmx1m")), "-XX:AOTCache=")))
                .hasContent("cache");
    }

    @Test
    void aCacheThatWasNotWrittenToItsEndIsNotUsed() throws IOException {
        Home home = new Home(folder);
        home.prepare();
        StartUpCaches caches = new StartUpCaches(home, true);

        List<String> first = caches.options(Part.UNITS, "jars", List.of());
        String output = only(first, "-XX:AOTCacheOutput=");
        JavaCommand.of(home.arguments(Part.UNITS), first);
        Files.writeString(Path.of(output), "half");
        Files.writeString(Path.of(output + ".config"), "still being read");
        caches.accept(Part.UNITS);

        assertThat(caches.options(Part.UNITS, "jars", List.of())).anyMatch(o -> o.startsWith("-XX:AOTCacheOutput="));
    }

    @Test
    void otherJarsMeanAnotherCache() {
        Home home = new Home(folder);
        home.prepare();
        StartUpCaches caches = new StartUpCaches(home, true);

        String one = only(caches.options(Part.UNITS, "jars", List.of()), "-XX:AOTCacheOutput=");
        String other = only(caches.options(Part.UNITS, "other jars", List.of()), "-XX:AOTCacheOutput=");

        assertThat(one).isNotEqualTo(other);
    }

    private static String only(List<String> options, String prefix) {
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .findFirst()
                .orElseThrow()
                .substring(prefix.length());
    }
}
