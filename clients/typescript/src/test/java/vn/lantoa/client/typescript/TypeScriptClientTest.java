package vn.lantoa.client.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package as it is packed: what its users write compiles, and does what the guide says. */
class TypeScriptClientTest {
    private static final Path TARGET = Path.of("target");
    private static final Path PACKAGE = TARGET.resolve("package");
    private static final Map<String, Path> MODULES = Map.of(
            "@lantoa/client", PACKAGE.resolve("dist/index.d.ts"),
            "@lantoa/client/units", PACKAGE.resolve("dist/units/index.d.ts"),
            "@lantoa/client/campaigns", PACKAGE.resolve("dist/campaigns/index.d.ts"),
            "@lantoa/client/recognition", PACKAGE.resolve("dist/recognition/index.d.ts"));
    private static final String USE = """
            import type { AwardView } from '@lantoa/client/recognition';

            export function heading(award: AwardView): string {
                return `${award.certificateSerial} ${award.recipientName}`;
            }
            """;

    private static Node node;
    private static TypeScript typescript;

    @BeforeAll
    static void findNode() {
        node = Node.find();
        typescript = new TypeScript(node, TARGET.resolve("typescript"));
    }

    @Test
    void everyExampleOfTheGuideAndTheReadmeCompiles() throws IOException {
        var sources = new ArrayList<Path>();
        for (var page : List.of(Path.of("../../docs/guides/clients.md"), Path.of("src/main/package/README.md"))) {
            var blocks = Pattern.compile("```ts\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
            while (blocks.find()) {
                sources.add(written("example-" + sources.size() + ".ts", wrapped(blocks.group(1))));
            }
        }

        assertThat(sources).hasSizeGreaterThanOrEqualTo(6);
        assertThat(typescript.check(TARGET.resolve("uses"), sources, MODULES)).isEmpty();
    }

    @Test
    void aUseOfAFieldThatAContractRenamesDoesNotCompile() throws IOException {
        var use = written("certificates.ts", USE);
        var planted = Map.of("@lantoa/client/recognition", TARGET.resolve("planted/recognition/index.ts"));

        assertThat(typescript.check(TARGET.resolve("uses"), List.of(use), MODULES))
                .isEmpty();
        assertThat(typescript.check(TARGET.resolve("uses"), List.of(use), planted))
                .singleElement()
                .asString()
                .startsWith("certificates.ts(4,48): error TS2339: ")
                .contains("'recipientName'", "'AwardView'");
    }

    @Test
    void pagesAreReadRepetitionsKeepTheirKeyAndRefusalsAreProblems() throws IOException {
        var seen = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, seen));
        server.start();
        try {
            var answers = node.call(
                    Path.of("src/test/typescript/run.cjs"),
                    Map.of(
                            "dist",
                            PACKAGE.resolve("dist").toAbsolutePath().toString(),
                            "origin",
                            "http://127.0.0.1:" + server.getAddress().getPort()));

            assertThat(texts(answers.path("names"))).containsExactly("A", "B", "C");
            assertThat(answers.path("registered").asText()).isEqualTo("Xã Minh Khai");
            assertThat(answers.path("problem").path("code").asText()).isEqualTo("stale");
            assertThat(answers.path("problem").path("status").asInt()).isEqualTo(412);
            var posts = seen.stream()
                    .filter(line -> line.startsWith("POST /api/units"))
                    .toList();
            assertThat(posts).hasSize(2);
            assertThat(posts.stream().distinct()).as("one key").hasSize(1);
            assertThat(seen).contains("PATCH /api/campaigns/v1/campaigns/x {\"objective\":null} \"3\"");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, List<String> seen) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var method = exchange.getRequestMethod();
            var path = exchange.getRequestURI().toString();
            int before =
                    (int) seen.stream().filter(line -> line.startsWith(method)).count();
            seen.add(method + " " + path + " "
                    + (method.equals("POST")
                            ? headers.getFirst("Idempotency-Key")
                            : body + " " + headers.getFirst("If-Match")));
            switch (method) {
                case "GET" ->
                    send(
                            exchange,
                            200,
                            path.contains("cursor=two")
                                    ? "{\"items\": [{\"name\": \"C\"}], \"next\": null}"
                                    : "{\"items\": [{\"name\": \"A\"}, {\"name\": \"B\"}], \"next\": \"two\"}");
                case "POST" -> send(exchange, before == 0 ? 503 : 201, "{\"name\": \"Xã Minh Khai\"}");
                default -> send(exchange, 412, "{\"type\": \"urn:lantoa:problem:stale\", \"title\": \"Đã thay đổi\"}");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static List<String> texts(JsonNode array) {
        var all = new ArrayList<String>();
        array.forEach(one -> all.add(one.asText()));
        return all;
    }

    private static Path written(String name, String source) throws IOException {
        return Files.writeString(Files.createDirectories(TARGET.resolve("uses")).resolve(name), source);
    }

    /** An example as a module of its own, with what the page takes for granted. */
    private static String wrapped(String example) {
        var source = new StringBuilder();
        if (!example.contains("import ")) {
            source.append("import { LanToa, Problem, pages, version } from '@lantoa/client';\n");
            source.append("import { UnitsApi } from '@lantoa/client/units';\n");
        }
        source.append("import type { CampaignsApi } from '@lantoa/client/campaigns';\n");
        source.append("declare function currentToken(): string;\ndeclare function show(what: unknown): void;\n");
        source.append("declare const id: string;\ndeclare const campaigns: CampaignsApi;\n");
        if (!example.contains("const units")) {
            source.append("declare const units: UnitsApi;\n");
        }
        return source + example + "export {};\n";
    }
}
