package vn.lantoa.testsupport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports and taken ones.
 *
 * <p>A free port is handed out long before its server listens there, seconds when a whole platform starts. So it is
 * never one of those that the system lends to outgoing connections (32768 and up on Linux, 49152 and up elsewhere):
 * any connection made meanwhile could be lent just that one.
 */
public final class Ports {

    private static final int FIRST = 15_000;
    private static final int BEYOND_LAST = 28_000;

    /** What this process was given already: its servers may not listen there yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nobody listens on at this moment, that this method has not given before in this process, and that no
     * outgoing connection takes.
     */
    public static int free() {
        for (int attempt = 0; attempt < BEYOND_LAST - FIRST; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND_LAST);
            if (!taken(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port between %d and %d is free".formatted(FIRST, BEYOND_LAST));
    }

    /** Whether somebody listens there. */
    public static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
