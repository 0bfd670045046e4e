package vn.lantoa.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Settings of a broker that is alone: KRaft, one node, small. */
final class KafkaSettings {

    private KafkaSettings() {}

    static void write(Path folder, int port, int controllerPort) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%d
                listeners=PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d
                advertised.listeners=PLAINTEXT://localhost:%d
                controller.listener.names=CONTROLLER
                log.dirs=%s
                auto.create.topics.enable=false
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                log.cleaner.threads=1
                log.cleaner.dedupe.buffer.size=8388608
                log.index.size.max.bytes=1048576
                message.max.bytes=1048576
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                num.recovery.threads.per.data.dir=2
                socket.request.max.bytes=10485760
                """.formatted(
                        controllerPort, port, controllerPort, port, folder.resolve("log")));
        Files.writeString(folder.resolve("log4j2.properties"), """
                status=error
                appender.console.type=Console
                appender.console.name=console
                appender.console.layout.type=PatternLayout
                appender.console.layout.pattern=%d{HH:mm:ss,SSS} %-5p %c{1} %m%n
                rootLogger.level=warn
                rootLogger.appenderRef.console.ref=console
                """);
        Files.writeString(folder.resolve("logging.properties"), """
                logger.level=WARN
                logger.handlers=CONSOLE
                handler.CONSOLE=org.jboss.logmanager.handlers.ConsoleHandler
                handler.CONSOLE.properties=autoFlush
                handler.CONSOLE.autoFlush=true
                handler.CONSOLE.formatter=PATTERN
                formatter.PATTERN=org.jboss.logmanager.formatters.PatternFormatter
                formatter.PATTERN.properties=pattern
                formatter.PATTERN.pattern=%d{HH:mm:ss,SSS} %-5p [%c{1}] %s%e%n
                handlers=java.util.logging.ConsoleHandler
                .level=WARNING
                """);
    }

    /** The JVM that runs the broker; {@code extra} are further JVM options. */
    static List<String> command(Path folder, boolean guarded, String classPath, List<String> extra) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dlogging.configuration="
                + folder.resolve("logging.properties").toUri());
        command.add("-Djava.util.logging.config.file=" + folder.resolve("logging.properties"));
        command.add("-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"));
        command.addAll(extra);
        command.addAll(List.of("-cp", classPath, KafkaMain.class.getName(), folder.toString()));
        if (guarded) {
            command.add("guarded");
        }
        return command;
    }

    /** Surefire may start its JVM from a jar that only points elsewhere; it tells the true class path. */
    static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire == null ? System.getProperty("java.class.path") : surefire;
    }
}
