package vn.lantoa.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether this machine can carry the platform. */
final class Machine {

    private static final long NEEDED_MEBIBYTES = 2300;
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    private Machine() {}

    static void requireMemory() {
        OptionalLong available = availableMebibytes();
        if (available.isPresent() && available.getAsLong() < NEEDED_MEBIBYTES) {
            throw new Failure("Lan Tỏa needs %d MB of free memory and this machine has %d MB: end other programs first."
                    .formatted(NEEDED_MEBIBYTES, available.getAsLong()));
        }
    }

    /** The least of what the machine and its control group leave; unknown where the system does not say. */
    static OptionalLong availableMebibytes() {
        try {
            Matcher machine = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
            if (!machine.find()) {
                return OptionalLong.empty();
            }
            long bytes = Long.parseLong(machine.group(1)) * 1024;
            return OptionalLong.of(Math.min(bytes, leftInControlGroup()) / 1024 / 1024);
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    private static long leftInControlGroup() throws IOException {
        Path group = Path.of("/sys/fs/cgroup");
        Path limit = group.resolve("memory.max");
        if (!Files.exists(limit)) {
            return Long.MAX_VALUE;
        }
        String most = Files.readString(limit).strip();
        if (most.equals("max")) {
            return Long.MAX_VALUE;
        }
        long used =
                Long.parseLong(Files.readString(group.resolve("memory.current")).strip());
        return Long.parseLong(most) - used + fileCache(group);
    }

    private static long fileCache(Path group) throws IOException {
        return Files.readAllLines(group.resolve("memory.stat")).stream()
                .filter(line -> line.startsWith("inactive_file "))
                .mapToLong(line -> Long.parseLong(line.substring("inactive_file ".length())))
                .sum();
    }
}
