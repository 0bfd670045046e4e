package vn.lantoa.platform;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Ends parts in the order in which they need each other: services, then Kafka and identity, PostgreSQL last. */
final class Stopper {

    private static final List<List<Part>> ORDER =
            List.of(Part.SERVICES, List.of(Part.KAFKA, Part.IDENTITY), List.of(Part.POSTGRES));

    private Stopper() {}

    static void stop(Parts parts, Collection<Part> which, Progress progress) {
        if (which.stream().anyMatch(parts::recording)) {
            progress.step("Writing start-up caches, which makes later starts faster (this once)");
        }
        for (List<Part> wave : ORDER) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Part part : wave) {
                    if (which.contains(part)) {
                        threads.execute(() -> parts.stop(part));
                    }
                }
            }
        }
    }
}
