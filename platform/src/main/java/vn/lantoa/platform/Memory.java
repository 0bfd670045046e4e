package vn.lantoa.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Resident memory of a part: its process and the children of it; pages that they share are counted once. */
final class Memory {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern PROPORTIONAL = Pattern.compile("\nPss:\\s+(\\d+) kB");

    private Memory() {}

    static long mebibytes(long pid) {
        long[] children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid)
                .toArray();
        if (children.length == 0) {
            return resident(pid) / 1024;
        }
        return Stream.concat(Stream.of(pid), java.util.Arrays.stream(children).boxed())
                        .mapToLong(Memory::proportional)
                        .sum()
                / 1024;
    }

    private static long proportional(long pid) {
        try {
            Matcher found =
                    PROPORTIONAL.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "smaps_rollup")));
            return found.find() ? Long.parseLong(found.group(1)) : resident(pid);
        } catch (IOException notReadable) {
            return resident(pid);
        }
    }

    private static long resident(long pid) {
        try {
            Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException notLinux) {
            return residentByPs(pid);
        }
    }

    private static long residentByPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }
}
