package vn.lantoa.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide to units, run as it stands: its commands against the services of the test, in one shell. The guide ends by
 * leaving the reorganisations as they were.
 */
abstract class GuideQuestions {
    private static final Path GUIDES = Path.of("../docs/guides/units");
    private static final Pattern STEP = Pattern.compile("```sh\n(.*?)```\n(?:```text\n(.*?)```\n)?", Pattern.DOTALL);
    private static final String END_OF_STEP = "\u001e";

    private record Step(String commands, String answer) {}

    @Test
    void bothLanguagesShowTheSameCommandsAndAnswers() throws IOException {
        assertThat(steps("units.en.md")).hasSizeGreaterThan(12).isEqualTo(steps("units.vi.md"));
    }

    /** Needs what the guide needs: bash, curl and jq. So it is no part of {@code ./lantoa test}; {@code .ci/run} calls it. */
    @Test
    @Tag("needs-jq")
    void itsCommandsAnswerWhatItShows(@TempDir Path folder) throws Exception {
        var steps = steps("units.vi.md");

        var answers = run(steps, folder);

        for (int i = 0; i < steps.size(); i++) {
            assertThat(answers.get(i))
                    .as(steps.get(i).commands())
                    .isEqualTo(steps.get(i).answer());
        }
    }

    private static List<Step> steps(String guide) throws IOException {
        var steps = new ArrayList<Step>();
        var found = STEP.matcher(Files.readString(GUIDES.resolve(guide)));
        while (found.find()) {
            steps.add(new Step(
                    found.group(1), found.group(2) == null ? "" : found.group(2).strip()));
        }
        return steps;
    }

    private static List<String> run(List<Step> steps, Path folder) throws IOException, InterruptedException {
        var script = new StringBuilder("token() { cat \"$1.token\"; }\n");
        for (var step : steps) {
            script.append(step.commands()
                            .replace("./lantoa token", "token")
                            .replace("localhost:28101/api/units/v1", SampleQuestionsTest.unitsUrl()))
                    .append("printf '\\036'\n");
        }
        for (var user : List.of("admin", "officer-snv")) {
            Files.writeString(folder.resolve(user + ".token"), SampleQuestionsTest.token(user));
        }
        var file = Files.writeString(folder.resolve("guide.sh"), script);
        var output = folder.resolve("output");
        var builder = new ProcessBuilder("bash", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.start().waitFor();
        var answers = new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .replace("\r\n", "\n");
        var all = List.of(answers.split(END_OF_STEP, -1));
        assertThat(all).as(answers).hasSize(steps.size() + 1);
        return all.stream().map(String::strip).toList();
    }
}
