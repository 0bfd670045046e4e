package vn.lantoa.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The programs around one data folder: made by initdb, run by postgres, recovered after a crash. */
public final class PostgresServer {

    /** Says by an exception that the server does not answer yet. */
    @FunctionalInterface
    public interface Probe {
        void check() throws SQLException;
    }

    private final PostgresBinaries binaries;
    private final Path data;
    private final int port;
    private final boolean durable;
    private @Nullable Process process;
    private @Nullable Guard guard;

    PostgresServer(PostgresBinaries binaries, Path data, int port, boolean durable) {
        this.binaries = binaries;
        this.data = data.toAbsolutePath();
        this.port = port;
        this.durable = durable;
    }

    /** Over a folder that stays; the programs are unpacked beside it. */
    public static PostgresServer over(Path data, int port) throws IOException {
        return new PostgresServer(
                PostgresBinaries.in(data.toAbsolutePath().resolveSibling("programs")), data, port, true);
    }

    public int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** Makes the cluster when the folder holds none. */
    void create(String superuserPassword) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path unfinished = data.resolveSibling(data.getFileName() + ".new");
        Folders.delete(unfinished);
        Path passwordFile = Files.createTempFile(
                "lantoa", ".pw", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, superuserPassword);
            List<String> command = asOrdinaryUser(binaries.program("initdb").toString());
            command.addAll(List.of("-D", unfinished.toString(), "-U", "postgres", "--pwfile=" + passwordFile));
            command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--locale-provider=builtin"));
            command.addAll(List.of("--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"));
            if (!durable) {
                command.add("--no-sync");
                // tests open thousands of connections; the usual count makes each a tenth of a second of hashing
                command.addAll(List.of("--set", "scram_iterations=1"));
            }
            run(command);
        } finally {
            Files.delete(passwordFile);
        }
        Folders.delete(data);
        Files.move(unfinished, data);
    }

    /** The command that runs the server in the foreground. */
    public List<String> command() throws IOException {
        List<String> command = asOrdinaryUser(binaries.program("postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=localhost",
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=96MB",
                "max_wal_size=1GB",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_min_messages=warning",
                // without the details, which hold the values of violated keys
                "log_error_verbosity=terse",
                "jit=off"));
        if (!durable) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        return settings;
    }

    void launch(boolean temporary) throws IOException {
        endOrphan();
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling(data.getFileName() + ".log").toFile()));
        process = builder.start();
        guard = Guard.over(process.pid(), "QUIT", temporary ? data.resolveSibling("") : Path.of(""));
    }

    /** A server that still runs over this folder is stopped; what a dead one left behind is cleared. */
    public void endOrphan() throws IOException {
        running().ifPresent(left -> Processes.end(left, "INT", Duration.ofSeconds(30)));
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /** The server that runs over this folder now, whoever started it. */
    public Optional<Long> running() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf)
                .filter(Processes::alive)
                .filter(this::isOurs);
    }

    private boolean isOurs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(found -> found.info().commandLine())
                .map(line -> line.contains("postgres") && line.contains(data.toString()))
                .orElse(false);
    }

    /** Waits until the probe passes; a server that ends meanwhile is an error with the end of its log. */
    void awaitReady(Probe probe, Duration patience) throws IOException {
        Instant end = Instant.now().plus(patience);
        while (true) {
            try {
                probe.check();
                return;
            } catch (SQLException notYet) {
                if (process != null && !process.isAlive()) {
                    throw new IOException("PostgreSQL ended while it was starting: " + logTail());
                }
                if (Instant.now().isAfter(end)) {
                    throw new IOException("PostgreSQL does not answer at port " + port, notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
            }
        }
    }

    private String logTail() throws IOException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    long pid() {
        if (process == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return process.pid();
    }

    void kill() {
        if (process != null) {
            List<ProcessHandle> backends = process.descendants().toList();
            process.destroyForcibly();
            Processes.awaitEnd(process.pid(), Duration.ofSeconds(10));
            backends.forEach(backend -> Processes.awaitEnd(backend.pid(), Duration.ofSeconds(10)));
        }
    }

    void stop() {
        if (process != null) {
            Processes.end(process.pid(), "INT", Duration.ofSeconds(30));
            process = null;
        }
        if (guard != null) {
            guard.dismiss();
            guard = null;
        }
    }

    void deleteData() {
        Folders.delete(data.resolveSibling(""));
    }

    /** PostgreSQL refuses to run as root: then it runs in a user namespace of its own, where root is nobody. */
    private static List<String> asOrdinaryUser(String program) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program);
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
