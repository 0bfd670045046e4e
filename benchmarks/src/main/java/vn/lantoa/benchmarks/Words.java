package vn.lantoa.benchmarks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes out of a sentence what belongs to this machine alone: a report is read elsewhere. */
final class Words {
    private static final int LONGEST = 300;

    private final Map<String, String> replaced = new LinkedHashMap<>();

    Words(Path scratch, Path project) {
        put(scratch.toAbsolutePath().toString(), "(scratch)");
        put(project.toAbsolutePath().normalize().toString(), "(project)");
        put(System.getProperty("user.home", ""), "(home)");
        put(System.getProperty("java.io.tmpdir", ""), "(tmp)");
        put(hostName(), "(host)");
    }

    private void put(String word, String instead) {
        if (word.length() > 2 && !word.equals("localhost")) {
            replaced.put(word, instead);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }

    /** One line without names and paths of this machine. */
    String clean(String text) {
        var line = text.strip().lines().findFirst().orElse("");
        for (var each : replaced.entrySet()) {
            line = line.replace(each.getKey(), each.getValue());
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
