package vn.lantoa.deploy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.lantoa.deploy.project.Project;

/** A copy of {@code deploy/} to make mistakes in. */
final class Tree {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Project REAL = real();

    private final Path deploy;

    private Tree(Path deploy) {
        this.deploy = deploy;
    }

    private static Project real() {
        try {
            return Project.read(ROOT, ROOT.resolve("deploy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeployChecks realChecks() {
        return new DeployChecks(REAL);
    }

    static Tree copy(Path folder) throws IOException {
        var from = ROOT.resolve("deploy");
        var to = folder.resolve("deploy");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return new Tree(to);
    }

    List<Finding> findings() throws IOException {
        return new DeployChecks(REAL.with(deploy)).findings();
    }

    /** Gives a field of the named resource of a file another value. */
    void set(String file, String kindAndName, String pointer, Object value) {
        change(file, kindAndName, body -> {
            var at = JsonPointer.compile(pointer);
            var parent = body.at(at.head());
            var name = at.last().getMatchingProperty();
            var node = value instanceof JsonNode json ? json : yaml(String.valueOf(value));
            if (parent instanceof ArrayNode array) {
                if (name.equals("-")) {
                    array.add(node);
                } else {
                    array.set(Integer.parseInt(name), node);
                }
            } else {
                ((ObjectNode) parent).set(name, node);
            }
        });
    }

    void remove(String file, String kindAndName, String pointer) {
        change(file, kindAndName, body -> {
            var at = JsonPointer.compile(pointer);
            var parent = body.at(at.head());
            var name = at.last().getMatchingProperty();
            if (body.at(at).isMissingNode()) {
                throw new AssertionError(file + " has no " + pointer);
            }
            if (parent instanceof ArrayNode array) {
                array.remove(Integer.parseInt(name));
            } else {
                ((ObjectNode) parent).remove(name);
            }
        });
    }

    /** Drops a whole resource. */
    void drop(String file, String kindAndName) {
        rewrite(file, documents -> documents.removeIf(body -> is(body, kindAndName)), kindAndName);
    }

    private void change(String file, String kindAndName, Consumer<ObjectNode> change) {
        rewrite(
                file,
                documents ->
                        documents.stream().filter(body -> is(body, kindAndName)).forEach(change),
                kindAndName);
    }

    private static boolean is(ObjectNode body, String kindAndName) {
        var name = body.path("metadata").path("name").asText();
        return (body.path("kind").asText() + " " + name).strip().equals(kindAndName);
    }

    private void rewrite(String file, Consumer<List<ObjectNode>> change, String kindAndName) {
        text(file, old -> {
            try {
                var documents = Yaml.documents(deploy.resolve(file));
                if (documents.stream().noneMatch(body -> is(body, kindAndName))) {
                    throw new AssertionError(file + " has no " + kindAndName);
                }
                change.accept(documents);
                var text = new StringBuilder();
                for (var body : documents) {
                    text.append(Yaml.write(body));
                }
                return text.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void replace(String file, String old, String fresh) {
        text(file, text -> {
            if (!text.contains(old)) {
                throw new AssertionError(file + " has no " + old);
            }
            return text.replace(old, fresh);
        });
    }

    void append(String file, String line) {
        text(file, text -> text + "\n" + line + "\n");
    }

    void create(String file, String content) {
        try {
            Files.writeString(deploy.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void text(String file, UnaryOperator<String> change) {
        try {
            var path = deploy.resolve(file);
            Files.writeString(path, change.apply(Files.readString(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) {
        try {
            return Yaml.parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
