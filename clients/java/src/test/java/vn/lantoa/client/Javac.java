package vn.lantoa.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java's compiler, asked for the mistakes in one source. */
final class Javac {
    private Javac() {}

    /** The mistakes in a class, each as {@code Name.java:line: what}, with what else it needs taken from sources first. */
    static List<String> mistakes(String name, String source, Path... sourcePath) {
        var javac = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var files = javac.getStandardFileManager(found, Locale.ENGLISH, null)) {
            var out = Files.createTempDirectory(Path.of("target"), "javac");
            var options = new java.util.ArrayList<>(List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-nowarn",
                    "-implicit:none",
                    "-Xprefer:source",
                    "-d",
                    out.toString(),
                    "-classpath",
                    System.getProperty("java.class.path")));
            if (sourcePath.length > 0) {
                options.addAll(List.of("-sourcepath", sourcePath[0].toString()));
            }
            javac.getTask(null, files, found, options, null, List.of(new Source(name, source)))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(one -> (one.getSource() == null
                                ? ""
                                : one.getSource().getName().substring(1)) + ":" + one.getLineNumber() + ": "
                        + one.getMessage(Locale.ENGLISH))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
