package vn.lantoa.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.AppInfoParser;

/** What the figures were measured on: without it they mean nothing. Nothing here names the machine. */
final class Machine {
    private Machine() {}

    /** Facts in the order of the report; to be asked before anything runs, since they tell the load of others. */
    static Map<String, String> facts(Path project, Path scratch) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("cpu", firstLine(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("memory", firstLine(Path.of("/proc/meminfo"), "MemTotal"));
        facts.put("kernel", System.getProperty("os.name") + " " + version(System.getProperty("os.version")));
        facts.put("jdk", System.getProperty("java.vm.version"));
        facts.put("kafka", AppInfoParser.getVersion());
        facts.put("commit", commit(project));
        facts.put(
                "load average before",
                "%.2f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        facts.put("fdatasync", "%.0f/s".formatted(syncsPerSecond(scratch)));
        return facts;
    }

    /** Without what its builder added. */
    static String version(String release) {
        return release.split("-", 2)[0];
    }

    /** Writes of 8 KiB made durable a second; commits can't be faster without grouping. */
    static double syncsPerSecond(Path scratch) throws IOException {
        var file = Files.createTempFile(scratch, "sync", ".bin");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var block = ByteBuffer.allocate(8192);
            long start = System.nanoTime();
            int writes = 0;
            while (System.nanoTime() - start < 1_000_000_000L) {
                channel.write(block.clear(), 0);
                channel.force(false);
                writes++;
            }
            return writes / ((System.nanoTime() - start) / 1e9);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String firstLine(Path file, String start) {
        try (var lines = Files.lines(file)) {
            return lines.filter(l -> l.startsWith(start))
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static String commit(Path project) {
        var commit = git(project, "rev-parse", "--short", "HEAD");
        return git(project, "status", "--porcelain", "--untracked-files=no").isEmpty()
                ? commit
                : commit + " and changes";
    }

    private static String git(Path project, String... arguments) {
        try {
            var command = new java.util.ArrayList<>(java.util.List.of("git", "-C", project.toString()));
            command.addAll(java.util.List.of(arguments));
            var git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 ? out : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
