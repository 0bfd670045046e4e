package vn.lantoa.platform.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;

/** One browser that logs in to lantoa-web by authorization code with PKCE, and stays logged in. */
final class LogIn {
    private static final String REDIRECT = "https://lantoa.example.vn/log-in";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Keycloak keycloak;
    private final HttpClient browser;
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

    LogIn(Keycloak keycloak, SSLContext trust) {
        this.keycloak = keycloak;
        this.browser = HttpClient.newBuilder()
                .sslContext(trust)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Asks to be logged in that strongly; what the browser is then shown or sent back with. */
    HttpResponse<String> begin(String acr) throws IOException, InterruptedException, GeneralSecurityException {
        return begin(acr, "&code_challenge_method=S256&code_challenge=" + challenge());
    }

    /** The same with another proof of the code. */
    HttpResponse<String> begin(String acr, String proof) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(keycloak.issuer()
                        + "/protocol/openid-connect/auth?client_id=lantoa-web&response_type=code&scope=openid&acr_values="
                        + acr
                        + "&redirect_uri=" + encoded(REDIRECT) + proof))
                .build());
    }

    HttpResponse<String> password(HttpResponse<String> page, String user, String password)
            throws IOException, InterruptedException {
        return fill(page, "username=" + encoded(user) + "&password=" + encoded(password));
    }

    /** The code of this half minute. */
    HttpResponse<String> secondFactor(HttpResponse<String> page, String seed)
            throws IOException, InterruptedException, GeneralSecurityException {
        return fill(page, "otp=" + totp(seed));
    }

    /** What the token endpoint gives for the code that the browser was sent back with. */
    JsonNode exchange(HttpResponse<String> sentBack) throws IOException, InterruptedException {
        var location = sentBack.headers().firstValue("Location").orElse("");
        var code = CODE.matcher(location);
        if (!location.startsWith(REDIRECT) || !code.find()) {
            throw new IOException(sentBack.statusCode() + " " + location + " " + sentBack.body());
        }
        return keycloak.token("grant_type=authorization_code&client_id=lantoa-web&code=" + code.group(1)
                + "&redirect_uri=" + encoded(REDIRECT) + "&code_verifier=" + verifier);
    }

    private HttpResponse<String> fill(HttpResponse<String> page, String fields)
            throws IOException, InterruptedException {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IOException(page.statusCode() + " " + page.body());
        }
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, BodyHandlers.ofString());
    }

    private String challenge() throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** RFC 6238 with the realm's policy: SHA-1, six digits, half a minute. */
    private static String totp(String seed) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / 30)
                .array());
        int at = hash[hash.length - 1] & 0xf;
        return "%06d".formatted((ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & 0x7fffffff) % 1_000_000);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
