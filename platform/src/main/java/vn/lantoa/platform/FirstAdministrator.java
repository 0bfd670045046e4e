package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.lantoa.testsupport.LocalIdentity;

/** The one-off command of units-service without which nobody would have any right. */
final class FirstAdministrator {

    private static final int DONE = 0;
    private static final int THERE_IS_ONE = 3;
    private static final long PATIENCE_SECONDS = 120;

    private final Settings settings;
    private final Home home;
    private final ServiceCommand services;

    FirstAdministrator(Settings settings, Home home, ServiceCommand services) {
        this.settings = settings;
        this.home = home;
        this.services = services;
    }

    void make() {
        services.application(Part.UNITS).copy();
        String issuer = LocalIdentity.issuer(settings.port(Part.IDENTITY));
        List<String> command = services.once(
                Part.UNITS,
                "first-administrator",
                List.of(
                        "first-administrator",
                        "--issuer",
                        issuer,
                        "--subject",
                        "admin",
                        "--name",
                        "Quản trị viên (SAMPLE)"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.log(Part.UNITS).toFile()));
        builder.environment().putAll(services.environment(Part.UNITS));
        try {
            Process process = builder.start();
            try {
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (!ended || (process.exitValue() != DONE && process.exitValue() != THERE_IS_ONE)) {
                    throw new Failure("The first administrator could not be made; the log is %s and ends with:%n%s"
                            .formatted(home.log(Part.UNITS), Logs.tail(home.log(Part.UNITS), 12)));
                }
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("The start was broken off.", e);
        }
    }
}
