package vn.lantoa.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.audit.proof.Head;
import vn.lantoa.audit.proof.Verification;
import vn.lantoa.testsupport.Await;
import vn.lantoa.testsupport.Processes;

/** The real processes: started, killed one by one, found again, ended without a rest. */
class PlatformTest {

    @Test
    void itRecoversFromTheDeathOfAnyPartAndLeavesNothingBehind(@TempDir Path home) {
        Platform platform = Platform.start(home);
        assertThat(platform.status()).allMatch(Status::ready);
        assertThat(platform.token("admin")).isNotBlank();

        for (Part part : Part.values()) {
            long before = platform.pid(part);

            platform.kill(part);
            assertThat(platform.runs(part)).as(part.title()).isFalse();
            servicesNameWhatIsMissing(platform, part);
            platform.restart();

            assertThat(platform.pid(part)).as(part.title()).isNotEqualTo(before);
            Await.untilAsserted(() -> assertThat(platform.status()).allMatch(Status::ready));
        }

        Path export = home.resolve("units.jsonl.gz");
        Await.untilAsserted(() -> {
            List<String> heads = Head.notes(Files.readString(home.resolve("audit-heads/units.txt")));
            assertThat(heads).isNotEmpty();
            new AuditExport(platform).of(Part.UNITS, export);
            assertThat(new Verification(List.of(), heads, null).of(export).findings())
                    .isEmpty();
        });

        // deaths fill logs: what they say of connections and configurations tells no secret either
        KnownSecrets.areNowhereIn(platform);
        List<Long> processes = everyProcess(platform);
        platform.stop();
        assertThat(processes).isNotEmpty().noneMatch(Processes::alive);
    }

    @Test
    void aTakenPortIsNamedTogetherWithWhatToDoAndNothingIsStarted(@TempDir Path home) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Platform platform = new Platform(Settings.onFreePorts(home).withPort(Part.KAFKA, other.getLocalPort()));

            assertThatThrownBy(() -> platform.start(Progress.silent()))
                    .isInstanceOf(Failure.class)
                    .hasMessage(
                            "Port %d (Kafka) is taken by another program: end that one, or set LANTOA_PORT_KAFKA to a free port.",
                            other.getLocalPort());
            assertThat(platform.status()).noneMatch(status -> status.pid().isPresent());
        }
    }

    /** Without PostgreSQL no service is ready; without Kafka or, once they have its keys, the identity provider they go on. */
    private static void servicesNameWhatIsMissing(Platform platform, Part dead) {
        String remark = switch (dead) {
            case POSTGRES -> "misses database";
            case KAFKA -> "kafka is DOWN";
            case IDENTITY -> "identity-provider is DOWN_KEYS_KEPT";
            case UNITS, CAMPAIGNS, RECOGNITION -> "";
        };
        if (!remark.isEmpty()) {
            Await.untilAsserted(
                    Duration.ofSeconds(60),
                    () -> assertThat(platform.status())
                            .filteredOn(status -> status.part().isService())
                            .as("without " + dead.title())
                            .allSatisfy(service -> {
                                assertThat(service.ready()).isEqualTo(dead != Part.POSTGRES);
                                assertThat(service.remarks())
                                        .anySatisfy(said -> assertThat(said).startsWith(remark));
                            }));
        }
    }

    private static List<Long> everyProcess(Platform platform) {
        List<Long> all = new ArrayList<>();
        for (Part part : Part.values()) {
            long pid = platform.pid(part);
            all.add(pid);
            ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(ProcessHandle::pid)
                    .forEach(all::add);
        }
        return all;
    }
}
