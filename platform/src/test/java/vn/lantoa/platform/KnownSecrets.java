package vn.lantoa.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.lantoa.testsupport.PostgresSecret;

/** Secrets by name, in every spelling, and the places where whoever has no right to them could see one. */
public final class KnownSecrets {
    /** Answered by every service; the others may be there or not. */
    private static final List<String> PAGES =
            List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui/");

    private static final List<String> PERHAPS = List.of(
            "/q/health/started",
            "/q/health/well",
            "/q/health-ui",
            "/q/openapi?format=json",
            "/q/info",
            "/q/arc",
            "/q/arc/beans",
            "/q/dev-ui",
            "/q/config",
            "/q/env",
            "/q/logging-manager",
            "/q",
            "/");

    private final Map<String, String> spellings = new TreeMap<>();

    public KnownSecrets(Map<String, String> values) {
        values.forEach(this::add);
    }

    /** What {@code ./lantoa} made for this platform, and a token of somebody. */
    public static KnownSecrets of(Platform platform) {
        var home = platform.settings().home();
        try {
            var values = new LinkedHashMap<>(new Secrets(home.resolve("secrets")).keys());
            var passwords = PostgresSecret.beside(home.resolve("postgres/data"));
            values.put("superuser", passwords.of("postgres"));
            values.put(
                    "passwords",
                    Files.readString(home.resolve("postgres/data.secret")).strip());
            for (var service : Part.SERVICES) {
                values.put(service.key() + " owner", passwords.of(service.key() + "_owner"));
                values.put(service.key() + " app", passwords.of(service.key() + "_app"));
            }
            values.put("token", platform.token("admin"));
            return new KnownSecrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, String value) {
        assertThat(value).as(name).hasSizeGreaterThan(15);
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        spellings.put(name, value);
        spellings.put(name + ", escaped", URLEncoder.encode(value, StandardCharsets.UTF_8));
        spellings.put(name + ", base64", Base64.getEncoder().withoutPadding().encodeToString(bytes));
        spellings.put(name + ", hex", HexFormat.of().formatHex(bytes));
        if (value.matches("[A-Za-z0-9+/]{43}=")) {
            var key = Base64.getDecoder().decode(value);
            spellings.put(name + ", bytes in hex", HexFormat.of().formatHex(key));
            spellings.put(
                    name + ", for addresses",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(key));
        }
    }

    /** The names of those that the text holds; a failing test must not show them either. */
    public List<String> in(String text) {
        return spellings.entrySet().stream()
                .filter(secret -> text.contains(secret.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public void areNotIn(String place, String text) {
        assertThat(in(text)).as(place).isEmpty();
    }

    /** What other users of the machine see of a process. */
    public void areNotAmongArguments(long pid) {
        assertThat(arguments(pid)).as("process " + pid).isNotEmpty();
        areNotIn("process " + pid, arguments(pid));
    }

    /** Of any process on the machine, so also of those that one was started by. */
    void areAmongNoArguments() {
        try (var processes = ProcessHandle.allProcesses()) {
            processes.map(ProcessHandle::pid).forEach(pid -> areNotIn("process " + pid, arguments(pid)));
        }
    }

    private static String arguments(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException endedOrNotLinux) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .orElse("");
        }
    }

    /** Every page that a service shows to anybody who reaches its port. */
    public void areOnNoPage(HttpClient http, String root) {
        for (var page : PAGES) {
            var answer = ask(http, "GET", root + page, BodyPublishers.noBody(), Map.of());
            assertThat(answer.statusCode()).as(root + page).isEqualTo(200);
            areNotIn(root + page, whole(answer));
        }
        for (var page : PERHAPS) {
            areNotIn(root + page, whole(ask(http, "GET", root + page, BodyPublishers.noBody(), Map.of())));
        }
    }

    /**
     * Whatever is refused: for the token, the address, the method, the body.
     *
     * @param operation one that takes a body
     */
    public void areInNoProblem(HttpClient http, String operation, String token) {
        var bearer = Map.of("Authorization", "Bearer " + token);
        var forged = Map.of("Authorization", "Bearer " + token.substring(0, token.length() - 8) + "AAAAAAAA");
        var answers = new ArrayList<HttpResponse<String>>();
        answers.add(ask(http, "GET", operation, BodyPublishers.noBody(), Map.of()));
        answers.add(ask(http, "GET", operation, BodyPublishers.noBody(), forged));
        answers.add(ask(http, "GET", operation + "?limit=much", BodyPublishers.noBody(), bearer));
        answers.add(ask(http, "GET", operation + "/nowhere", BodyPublishers.noBody(), bearer));
        answers.add(ask(http, "DELETE", operation, BodyPublishers.noBody(), bearer));
        answers.add(ask(http, "POST", operation, BodyPublishers.ofString("{\"a\":"), bearer));
        answers.add(ask(http, "POST", operation, BodyPublishers.ofString("{\"password\":\"x\"}"), bearer));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.uri().toString()).isBetween(400, 499);
            areNotIn("the problem of " + answer.uri(), whole(answer));
        });
    }

    private static HttpResponse<String> ask(
            HttpClient http, String method, String url, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
        request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String whole(HttpResponse<String> answer) {
        return answer.headers().map() + "\n" + answer.body();
    }

    /** Logs, arguments of each start and the notes of {@code ./lantoa}: everything in its home but data and the secrets. */
    void areInNoFileOf(Platform platform) {
        var home = platform.settings().home();
        var read = Stream.of("logs", "run", "state.properties")
                .map(home::resolve)
                .flatMap(KnownSecrets::files)
                .toList();
        assertThat(read).hasSizeGreaterThan(Part.values().length);
        for (var part : Part.values()) {
            assertThat(read).as(part.title()).contains(platform.log(part));
        }
        for (var file : read) {
            try {
                areNotIn(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            } catch (NoSuchFileException meanwhileGone) {
                assertThat(file).doesNotExist();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After all that was asked of it: no argument, no page, no answer, no log tells a secret. */
    public static void areNowhereIn(Platform platform) {
        var secrets = of(platform);
        for (var part : Part.values()) {
            secrets.areNotAmongArguments(platform.pid(part));
        }
        secrets.areAmongNoArguments();
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (var service : Part.SERVICES) {
                var lists =
                        Map.of(Part.UNITS, "/units", Part.CAMPAIGNS, "/campaigns", Part.RECOGNITION, "/nominations");
                secrets.areOnNoPage(http, platform.root(service));
                secrets.areInNoProblem(http, platform.url(service) + lists.get(service), platform.token("admin"));
            }
        }
        secrets.areInNoFileOf(platform);
    }
}
