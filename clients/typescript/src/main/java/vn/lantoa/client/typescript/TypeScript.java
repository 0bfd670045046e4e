package vn.lantoa.client.typescript;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** TypeScript's compiler, taken from the class path. */
final class TypeScript {
    private static final String JAR_MARK = "/META-INF/maven/org.webjars.npm/typescript/pom.properties";

    private final Node node;
    private final Path library;
    private final Path script;

    /** @param folder where the compiler is laid out, as Node.js reads files */
    TypeScript(Node node, Path folder) {
        this.node = node;
        try {
            library = extract(Files.createDirectories(folder));
            script = folder.resolve("compile.cjs");
            try (InputStream in = resource("compile.cjs").getInputStream()) {
                Files.write(script, in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles every source of a folder into another; nothing is written when there are mistakes. */
    List<String> compile(Path sources, Path out) {
        return compile(sources, null, Map.of(), out);
    }

    /**
     * The mistakes in some sources, each as {@code file(line,column): error TSnnnn: what}.
     *
     * @param modules names that imports use, and the files they stand for
     */
    List<String> check(Path folder, List<Path> files, Map<String, Path> modules) {
        return compile(folder, files, modules, null);
    }

    private List<String> compile(
            Path sources, @Nullable List<Path> files, Map<String, Path> modules, @Nullable Path out) {
        var paths = new HashMap<String, List<String>>();
        modules.forEach((name, file) -> paths.put(name, List.of(absolute(file))));
        var arguments = new HashMap<String, Object>();
        arguments.put("typescript", absolute(library));
        arguments.put("sources", absolute(sources));
        arguments.put("paths", paths);
        if (files != null) {
            arguments.put("files", files.stream().map(TypeScript::absolute).toList());
        }
        if (out != null) {
            arguments.put("out", absolute(out));
        }
        var mistakes = new ArrayList<String>();
        node.call(script, arguments).forEach(one -> mistakes.add(one.asText()));
        return mistakes;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** The compiler and the declarations of its standard library; its languages and servers are left out. */
    private static Path extract(Path folder) throws IOException {
        Path compiler = null;
        try (var jar = ((JarURLConnection) resource(JAR_MARK)).getJarFile()) {
            for (var entry : (Iterable<java.util.jar.JarEntry>) jar.stream()::iterator) {
                var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                boolean declaration = name.startsWith("lib.") && name.endsWith(".d.ts");
                if (!declaration && !name.equals("typescript.js")) {
                    continue;
                }
                var file = folder.resolve(name);
                compiler = declaration ? compiler : file;
                if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.write(file, in.readAllBytes());
                    }
                }
            }
        }
        if (compiler == null) {
            throw new FileNotFoundException("typescript.js is not in the jar that brings TypeScript");
        }
        return compiler;
    }

    private static java.net.URLConnection resource(String name) throws IOException {
        var url = TypeScript.class.getResource(name);
        if (url == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        var connection = url.openConnection();
        connection.setUseCaches(false);
        return connection;
    }
}
