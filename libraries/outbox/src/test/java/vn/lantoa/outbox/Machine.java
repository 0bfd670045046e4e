package vn.lantoa.outbox;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.lantoa.testsupport.LocalKafka;
import vn.lantoa.testsupport.LocalPostgres;

/** One PostgreSQL and one Kafka for all tests of this JVM; each test has a database of its own. */
final class Machine {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final List<Logger> QUIET =
            Stream.of("org.apache.kafka", "org.flywaydb").map(Logger::getLogger).toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    private Machine() {}

    static LocalPostgres postgres() {
        return Postgres.SERVER;
    }

    static LocalKafka kafka() {
        return Kafka.BROKER;
    }

    static String freshDatabase() {
        int number = DATABASES.getAndIncrement();
        String name = "outbox" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
        postgres().prepare(name);
        return name;
    }

    private static final class Postgres {
        static final LocalPostgres SERVER = LocalPostgres.start();
    }

    private static final class Kafka {
        static final LocalKafka BROKER = LocalKafka.start().createTopics();
    }
}
