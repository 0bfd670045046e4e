package vn.lantoa.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Fetches the sealed audit log of a service into a file, as an auditor would over HTTP. */
final class AuditExport {
    private static final String AUDITOR = "admin";

    private final Platform platform;

    AuditExport(Platform platform) {
        this.platform = platform;
    }

    void of(Part service, Path file) {
        var request = HttpRequest.newBuilder(URI.create(platform.url(service) + "/audit/export"))
                .header("Authorization", "Bearer " + platform.token(AUDITOR))
                .build();
        var target = file.toAbsolutePath();
        try (var client = HttpClient.newHttpClient()) {
            var unfinished = Files.createTempFile(target.getParent(), "export", ".new");
            try {
                var answer = client.send(request, BodyHandlers.ofFile(unfinished));
                if (answer.statusCode() != 200) {
                    throw new Failure(
                            service.title() + " answered " + answer.statusCode() + ": " + Files.readString(unfinished));
                }
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new Failure("The audit log could not be exported to " + file + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("The export was broken off.", e);
        }
    }
}
