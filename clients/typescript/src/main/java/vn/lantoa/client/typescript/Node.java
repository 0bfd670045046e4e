package vn.lantoa.client.typescript;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Node.js: the one inside this process where there is one for this machine, else the one on the PATH. */
interface Node {
    ObjectMapper JSON = new ObjectMapper();

    /** What the function {@code main} of a CommonJS module answers, once its promise is settled. */
    JsonNode call(Path module, Map<String, ?> arguments);

    static Node find() {
        if (embedded()) {
            return Node::callEmbedded;
        }
        if (onThePath()) {
            return Node::callOnThePath;
        }
        throw new IllegalStateException(
                "The TypeScript client needs Node.js to be compiled and tested. For this machine none comes from Maven"
                        + " Central: put node, version 20 or newer, on the PATH.");
    }

    private static boolean embedded() {
        try (NodeRuntime node = V8Host.getNodeInstance().createV8Runtime()) {
            return node != null;
        } catch (JavetException | LinkageError | RuntimeException notForThisMachine) {
            return false;
        }
    }

    private static boolean onThePath() {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static JsonNode callEmbedded(Path module, Map<String, ?> arguments) {
        try (NodeRuntime node = V8Host.getNodeInstance().createV8Runtime();
                var global = node.getGlobalObject()) {
            global.set("module_", module.toAbsolutePath().toString());
            global.set("arguments_", JSON.writeValueAsString(arguments));
            node.getExecutor("""
                            process.getBuiltinModule('node:module').createRequire(module_)(module_).main(JSON.parse(arguments_))
                                .then((answer) => { globalThis.answer_ = JSON.stringify(answer ?? null); },
                                      (failure) => { globalThis.failure_ = String(failure?.stack ?? failure); });
                            0""").executeVoid();
            node.await();
            if (global.has("failure_")) {
                throw new IllegalStateException(global.getString("failure_"));
            }
            return JSON.readTree(global.getString("answer_"));
        } catch (JavetException | IOException e) {
            throw new IllegalStateException("Node.js failed at " + module, e);
        }
    }

    private static JsonNode callOnThePath(Path module, Map<String, ?> arguments) {
        var script = "require(process.argv[1]).main(JSON.parse(process.argv[2]))"
                + ".then((answer) => process.stdout.write(JSON.stringify(answer ?? null)))";
        try {
            var process = new ProcessBuilder(
                            "node",
                            "-e",
                            script,
                            module.toAbsolutePath().toString(),
                            JSON.writeValueAsString(arguments))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("node failed at " + module + ", see above");
            }
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new IllegalStateException("node failed at " + module, e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + module, stopped);
        }
    }
}
