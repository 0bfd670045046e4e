package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.ProblemException;

/**
 * The services as the users of the sample ask them. What is only a matter of time (a replica that has not heard yet, rights
 * under way, a database that is away) is asked again for a while; every other refusal is a {@link LoadFailure}.
 */
final class Clients {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final LanToa lantoa;
    private final HttpClient http;
    private final URI units;
    private final Function<String, String> tokenFor;
    private final Map<String, LanToa> byUser = new ConcurrentHashMap<>();

    Clients(HttpClient http, Endpoints urls, Function<String, String> tokenFor) {
        this.http = http;
        this.units = urls.units();
        this.tokenFor = tokenFor;
        lantoa = LanToa.at(origin(urls.units()), origin(urls.campaigns()), origin(urls.recognition()))
                .http(http)
                .language("en")
                .patience(PATIENCE)
                .pauseAtMost(PAUSE)
                .askAgainAfter(401, 403)
                .build();
    }

    private static URI origin(URI service) {
        return URI.create(service.getScheme() + "://" + service.getAuthority());
    }

    LanToa as(String user) {
        return byUser.computeIfAbsent(user, name -> lantoa.as(() -> tokenFor.apply(name)));
    }

    /** Brings a file of a kind; returns the id of the import. The generated client would send the name of the file. */
    UUID upload(String user, String kind, String csv) {
        var request = HttpRequest.newBuilder(URI.create(units + "/imports?kind=" + kind))
                .header("Authorization", "Bearer " + tokenFor.apply(user))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", Keys.creation(user, "/imports", csv))
                .POST(HttpRequest.BodyPublishers.ofString(csv))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new LoadFailure("As " + user + ": a file of " + kind + " was answered by " + answer.body());
            }
            return UUID.fromString(
                    new ObjectMapper().readTree(answer.body()).path("id").asText());
        } catch (IOException away) {
            throw new LoadFailure("As " + user + ": " + away.getMessage(), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("Loading was interrupted", stopped);
        }
    }

    /** What a service answers the user; a refusal tells who was refused. */
    static <T> T ask(String user, Supplier<T> request) {
        try {
            return request.get();
        } catch (ProblemException | UncheckedIOException refused) {
            throw failure(user, refused);
        }
    }

    /** Creates something under an id of its own; what is there already stays as it is. */
    static void create(String user, Runnable request, BooleanSupplier there) {
        try {
            request.run();
        } catch (ProblemException refused) {
            if (!there.getAsBoolean()) {
                throw failure(user, refused);
            }
        } catch (UncheckedIOException away) {
            throw failure(user, away);
        }
    }

    /** Whether what the request reads is there. */
    static boolean found(Runnable request) {
        try {
            request.run();
            return true;
        } catch (ProblemException none) {
            return false;
        }
    }

    private static LoadFailure failure(String user, RuntimeException cause) {
        return new LoadFailure("As " + user + ": " + cause.getMessage(), cause);
    }
}
