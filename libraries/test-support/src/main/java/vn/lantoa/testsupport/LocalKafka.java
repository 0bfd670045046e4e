package vn.lantoa.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One Kafka broker as a child process that ends with this JVM. It can be killed, paused and started again. */
public final class LocalKafka implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final int port;
    private final boolean temporary;
    private @Nullable Process process;
    private @Nullable Guard guard;
    private final Thread hook = new Thread(this::endAtExit, "stop-kafka");

    private LocalKafka(Path folder, int port, boolean temporary) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.temporary = temporary;
    }

    /** A throw-away broker for tests: free ports, gone with this JVM. */
    public static LocalKafka start() {
        return start(Folders.temporary("kafka"), Ports.free(), true);
    }

    /** A broker over a folder that stays. */
    public static LocalKafka start(Path folder, int port) {
        return start(folder, port, false);
    }

    private static LocalKafka start(Path folder, int port, boolean temporary) {
        LocalKafka kafka = new LocalKafka(folder, port, temporary);
        Runtime.getRuntime().addShutdownHook(kafka.hook);
        kafka.launch();
        return kafka;
    }

    /** Writes the settings of a broker and gives the command that runs it in the foreground. */
    public static List<String> command(Path folder, int port, List<String> jvmOptions) throws IOException {
        KafkaSettings.write(folder, port, Ports.free());
        return KafkaSettings.command(folder, false, KafkaSettings.classPath(), jvmOptions);
    }

    private void launch() {
        try {
            KafkaSettings.write(folder, port, Ports.free());
            Process started = new ProcessBuilder(
                            KafkaSettings.command(folder, true, KafkaSettings.classPath(), List.of()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("kafka.log").toFile()))
                    .start();
            process = started;
            guard = Guard.over(started.pid(), "KILL", temporary ? folder : Path.of(""));
            awaitListening(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitListening(Process started) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!started.isAlive() || Instant.now().isAfter(end)) {
                List<String> log = Files.readAllLines(folder.resolve("kafka.log"));
                throw new IOException("Kafka does not start: "
                        + String.join("\n", log.subList(Math.max(0, log.size() - 10), log.size())));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getByName("localhost"), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Every topic of the platform that is missing. */
    public LocalKafka createTopics() {
        KafkaTopics.create(bootstrapServers());
        return this;
    }

    public int port() {
        return port;
    }

    /** Process id of the broker. */
    public long pid() {
        if (process == null) {
            throw new IllegalStateException("Kafka is not running");
        }
        return process.pid();
    }

    /** As a power cut would. */
    public void kill() {
        end("KILL");
    }

    /** In good order; the folder stays until {@link #close}. */
    public void stop() {
        end("TERM");
    }

    /** Over the same folder and port. */
    public void restart() {
        stop();
        launch();
    }

    /** Stands still: connections stay open, nothing is answered. */
    public void pause() {
        Processes.signal(pid(), "STOP");
    }

    /** Goes on after {@link #pause}. */
    public void resume() {
        Processes.signal(pid(), "CONT");
    }

    private void end(String signal) {
        if (process != null) {
            Processes.signal(process.pid(), "CONT");
            Processes.end(process.pid(), signal, Duration.ofSeconds(15));
            process = null;
        }
        if (guard != null) {
            guard.dismiss();
            guard = null;
        }
    }

    private void endAtExit() {
        end(temporary ? "KILL" : "TERM");
        if (temporary) {
            Folders.delete(folder);
        }
    }

    @Override
    public void close() {
        endAtExit();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException already) {
            return;
        }
    }
}
