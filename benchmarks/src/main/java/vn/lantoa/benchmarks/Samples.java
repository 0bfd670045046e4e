package vn.lantoa.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a service spends its processor time, by a sample every 10 ms. A sample belongs to whoever called last: frames of
 * general libraries (JSON, JDBC, collections) are passed over until one says for whom they work.
 */
final class Samples {
    private static final String NAME = "lantoa-samples";

    /** Token, grants, scope. */
    private static final List<String> CHECKS = List.of(
            "io.quarkus.oidc.",
            "io.quarkus.security.",
            "io.quarkus.vertx.http.runtime.security.",
            "io.quarkus.resteasy.reactive.server.runtime.security.",
            "io.vertx.ext.auth.",
            "org.jose4j.",
            "vn.lantoa.access.");

    private static final List<String> FOR_OTHERS = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.fasterxml.",
            "com.github.benmanes.",
            "io.agroal.",
            "io.netty.",
            "io.quarkus.arc.",
            "io.smallrye.context.",
            "io.smallrye.mutiny.",
            "io.vertx.core.buffer.",
            "io.vertx.core.json.",
            "org.jboss.logging.",
            "org.postgresql.",
            "vn.lantoa.knownunits.",
            "vn.lantoa.sql.");

    private static final Set<String> KINDS = Set.of("jdk.ExecutionSample");

    private final long pid;
    private final Path file;

    private Samples(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    /** How many samples there were, and how many of them in checks. */
    record Counted(long all, long checks) {
        double share() {
            return all == 0 ? 0 : (double) checks / all;
        }
    }

    /** Begins. Deep stacks are kept whole, which has to be said before the first recording of a process. */
    static Samples of(long pid, Path file, boolean first) throws IOException, InterruptedException {
        if (first) {
            Jcmd.tell(pid, "JFR.configure", "stackdepth=512");
        }
        Jcmd.tell(
                pid,
                "JFR.start",
                "name=" + NAME,
                "settings=none",
                "+jdk.ExecutionSample#enabled=true",
                "+jdk.ExecutionSample#period=10ms");
        return new Samples(pid, file);
    }

    Counted end() throws IOException, InterruptedException {
        Jcmd.tell(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
        long all = 0;
        long checks = 0;
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (KINDS.contains(event.getEventType().getName()) && event.getStackTrace() != null) {
                    all++;
                    checks += isCheck(event) ? 1 : 0;
                }
            }
        }
        return new Counted(all, checks);
    }

    private static boolean isCheck(RecordedEvent sample) {
        return isCheck(sample.getStackTrace().getFrames().stream()
                .map(RecordedFrame::getMethod)
                .map(method -> method.getType().getName())
                .toList());
    }

    /** @param classes of the frames, the last call first */
    static boolean isCheck(List<String> classes) {
        return classes.stream()
                .filter(name -> !begins(name, FOR_OTHERS))
                .findFirst()
                .filter(name -> begins(name, CHECKS))
                .isPresent();
    }

    private static boolean begins(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }

    /** Processor time of the process so far. */
    static Duration processorTime(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
