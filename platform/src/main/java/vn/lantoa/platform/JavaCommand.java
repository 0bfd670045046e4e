package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM started as {@code java @file}: the file of arguments, which lies in the platform's home, makes the process
 * recognisable for as long as it lives, without trusting process ids that may have been given away again.
 */
final class JavaCommand {

    private JavaCommand() {}

    /** Writes the file; the command is then short. */
    static List<String> of(Path file, List<String> arguments) {
        try {
            Files.writeString(
                    file, arguments.stream().map(JavaCommand::quoted).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(java(), "@" + file);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The process that runs with this file. */
    static Optional<Long> running(Path file) {
        String argument = "@" + file;
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> isJava(process.info(), argument))
                    .map(ProcessHandle::pid)
                    .filter(Detached::alive)
                    .findFirst();
        }
    }

    private static boolean isJava(ProcessHandle.Info info, String argument) {
        return info.arguments()
                        .filter(arguments -> arguments.length > 0 && arguments[0].equals(argument))
                        .isPresent()
                && info.command().filter(command -> command.endsWith("/java")).isPresent();
    }

    /** What the running process was started with. */
    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
