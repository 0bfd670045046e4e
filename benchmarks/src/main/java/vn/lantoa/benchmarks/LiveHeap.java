package vn.lantoa.benchmarks;

import java.io.IOException;
import java.util.regex.Pattern;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Platform;

/**
 * What of a service's heap is still in use after a collection. Resident memory does not tell: a heap grows to its bound
 * whenever there is more to collect, and stays there.
 */
final class LiveHeap {
    /**
     * A collection of the serial collector leaves all that lives in the old generation. The young one has been filled again
     * by the time it is asked about.
     */
    private static final Pattern USED = Pattern.compile("Tenured\\s+total \\d+K, used (\\d+)K");

    private LiveHeap() {}

    static long kilobytes(Platform platform, Part part) throws IOException, InterruptedException {
        long pid = Jcmd.pid(platform, part);
        Jcmd.tell(pid, "GC.run");
        var used = USED.matcher(Jcmd.tell(pid, "GC.heap_info"))
                .results()
                .mapToLong(generation -> Long.parseLong(generation.group(1)))
                .sum();
        if (used == 0) {
            throw new IllegalStateException("the heap of " + part + " is not told");
        }
        return used;
    }
}
