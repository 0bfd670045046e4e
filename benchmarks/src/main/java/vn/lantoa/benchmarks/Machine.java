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

/** What the figures were measured on: without it they mean nothing. */
final class Machine {
    private Machine() {}

    /** Facts in the order of the report. */
    static Map<String, String> facts(Path scratch) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("cpu", cpu());
        facts.put("memory", memory());
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jdk", System.getProperty("java.vm.version"));
        facts.put("commit", commit());
        facts.put(
                "load average",
                "%.2f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        facts.put("fdatasync", "%.0f/s".formatted(syncsPerSecond(scratch)));
        return facts;
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

    private static String cpu() {
        return firstLine(Path.of("/proc/cpuinfo"), "model name");
    }

    private static String memory() {
        return firstLine(Path.of("/proc/meminfo"), "MemTotal");
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

    private static String commit() {
        try {
            var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                    .redirectErrorStream(true)
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
