package vn.lantoa.testsupport;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID Connect provider for one machine: it gives everybody the token of any user, {@code POST /lantoa/token} with
 * {@code grant_type=password&username=…}; with {@code audience} for somebody else, with {@code seconds_ago} of the past. Never
 * for production.
 */
public final class LocalIdentity implements AutoCloseable {

    /** Name of the issuer, the first segment of its path. */
    public static final String ISSUER = "lantoa";

    /** How long tokens hold unless told otherwise: as long as services believe them. */
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    /** {@code acr} of tokens unless {@code acr_values} asks for another: the log-in for signing. */
    private static final String STRONG = "second-factor";

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final MockOAuth2Server server;
    private final int port;

    private LocalIdentity(MockOAuth2Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /** At a free port. */
    public static LocalIdentity start() {
        return start(Ports.free());
    }

    /** At the given port of the loopback interface. */
    public static LocalIdentity start(int port) {
        return start(port, LIFETIME);
    }

    /** At the given port of the loopback interface, with tokens that hold for this long. */
    public static LocalIdentity start(int port, Duration lifetime) {
        OAuth2Config config = new OAuth2Config(
                false,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                Set.<OAuth2TokenCallback>of(new AnyUser(lifetime)));
        MockOAuth2Server server = new MockOAuth2Server(config);
        try {
            server.start(InetAddress.getByName("localhost"), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LocalIdentity(server, port);
    }

    /** Runs alone until it is ended: {@code LocalIdentity <port> [<lifetime of tokens, as PT12H>]}. */
    public static void main(String[] args) {
        Duration lifetime = args.length > 1 ? Duration.parse(args[1]) : LIFETIME;
        LocalIdentity identity = start(Integer.parseInt(args[0]), lifetime);
        Runtime.getRuntime().addShutdownHook(new Thread(identity::close, "stop-identity"));
        System.out.println("Identity provider at " + identity.issuer());
    }

    /** Value of {@code iss} in every token, and the base of discovery. */
    public String issuer() {
        return issuer(port);
    }

    /** The issuer of a provider at this port. */
    public static String issuer(int port) {
        return "http://localhost:" + port + "/" + ISSUER;
    }

    /** A bearer token whose subject is {@code subject} and whose audience is {@code lantoa}. */
    public String token(String subject) {
        return token(issuer(), subject);
    }

    /** Asks any such provider for a token, over HTTP. */
    public static String token(String issuer, String subject) {
        return token(issuer, subject, STRONG);
    }

    /** The same after a log-in of that strength ({@code acr}). */
    public static String token(String issuer, String subject, String acr) {
        return ask(
                issuer,
                "grant_type=password&client_id=lantoa&client_secret=local&scope=openid&password=local&username="
                        + URLEncoder.encode(subject, StandardCharsets.UTF_8)
                        + "&acr_values="
                        + URLEncoder.encode(acr, StandardCharsets.UTF_8));
    }

    /** A token that was meant for somebody else, or was given out that long ago. */
    static String odd(String issuer, String subject, String audience, Duration ago) {
        return ask(
                issuer,
                "grant_type=password&client_id=lantoa&client_secret=local&scope=openid&password=local&username="
                        + URLEncoder.encode(subject, StandardCharsets.UTF_8)
                        + "&audience="
                        + URLEncoder.encode(audience, StandardCharsets.UTF_8)
                        + "&seconds_ago="
                        + ago.toSeconds());
    }

    /** The token of another system in its own name, narrowed to these scopes (blank: not narrowed). */
    public static String clientToken(String issuer, String client, String scopes) {
        return ask(
                issuer,
                "grant_type=client_credentials&client_secret=local&client_id="
                        + URLEncoder.encode(client, StandardCharsets.UTF_8)
                        + (scopes.isBlank() ? "" : "&scope=" + URLEncoder.encode(scopes, StandardCharsets.UTF_8)));
    }

    private static String ask(String issuer, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher found = ACCESS_TOKEN.matcher(response.body());
            if (response.statusCode() != 200 || !found.find()) {
                throw new IllegalStateException("No token from " + issuer + ": " + response.body());
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** Subject is the user name that was asked for, or the client itself. */
    private record AnyUser(Duration lifetime) implements OAuth2TokenCallback {

        @Override
        public String issuerId() {
            return ISSUER;
        }

        @Override
        public String subject(TokenRequest request) {
            List<String> username = request.getCustomParameter("username");
            if (username != null && !username.isEmpty()) {
                return username.getFirst();
            }
            return request.getClientAuthentication() == null
                    ? String.valueOf(request.getClientID())
                    : request.getClientAuthentication().getClientID().getValue();
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            List<String> asked = request.getCustomParameter("audience");
            return asked == null || asked.isEmpty() ? List.of("lantoa") : asked;
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            Map<String, Object> claims = new HashMap<>();
            claims.put("azp", String.valueOf(request.getClientID()));
            if (request.getScope() != null && !request.getScope().isEmpty()) {
                claims.put("scope", request.getScope().toString());
            }
            if (!GrantType.CLIENT_CREDENTIALS.equals(
                    request.getAuthorizationGrant().getType())) {
                List<String> asked = request.getCustomParameter("acr_values");
                claims.put("acr", asked == null || asked.isEmpty() ? STRONG : asked.getFirst());
                claims.put("auth_time", Instant.now().getEpochSecond());
            }
            List<String> ago = request.getCustomParameter("seconds_ago");
            if (ago != null && !ago.isEmpty()) {
                Instant then = Instant.now().minusSeconds(Long.parseLong(ago.getFirst()));
                claims.put("iat", Date.from(then));
                claims.put("nbf", Date.from(then));
                claims.put("exp", Date.from(then.plus(lifetime)));
            }
            return claims;
        }

        @Override
        public long tokenExpiry() {
            return lifetime.toSeconds();
        }
    }
}
