package vn.lantoa.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/guides/clients.md shows in Java compiles as it stands there. */
class GuideTest {
    @Test
    void everyJavaExampleCompiles() throws IOException {
        var guide = Files.readString(Path.of("..", "..", "docs", "guides", "clients.md"));
        var blocks = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(guide);
        List<String> examples = new ArrayList<>();
        while (blocks.find()) {
            examples.add(blocks.group(1));
        }

        assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
        for (var example : examples) {
            assertThat(Javac.mistakes("Example", wrapped(example))).as(example).isEmpty();
        }
    }

    private static String wrapped(String example) {
        var imports = new StringBuilder("""
                import java.net.URI;
                import java.time.*;
                import java.util.*;
                import vn.lantoa.client.*;
                import vn.lantoa.client.campaigns.api.*;
                import vn.lantoa.client.campaigns.model.*;
                import vn.lantoa.client.units.api.*;
                import vn.lantoa.client.units.model.PageUnitSummary;
                import vn.lantoa.client.units.model.RegisterUnit;
                import vn.lantoa.client.units.model.UnitSummary;
                """);
        return imports + """
                abstract class Example {
                    abstract String currentToken();
                    abstract void show(Object what);
                    UUID id;
                    LanToa lantoa;
                    UnitsApi units;
                    CampaignsApi campaigns;
                    void example() {
                """ + example + "    }\n}\n";
    }
}
