package vn.lantoa.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The three services as one caller sees them: give {@link #units()}, {@link #campaigns()} and {@link #recognition()} to the
 * constructors of the generated APIs. Every POST gets an {@code Idempotency-Key} unless the caller brought one; reads and
 * POSTs are asked again for a while when a service is busy or away; every refusal is a {@link ProblemException}, no answer at all an
 * {@link java.io.UncheckedIOException}.
 */
public final class LanToa {
    /** One for all: the generated code would copy it for every API, and each copy learn the types anew. */
    private static final ObjectMapper JSON = vn.lantoa.client.units.ApiClient.createDefaultObjectMapper();

    private final Builder settings;
    private final vn.lantoa.client.units.ApiClient units;
    private final vn.lantoa.client.campaigns.ApiClient campaigns;
    private final vn.lantoa.client.recognition.ApiClient recognition;

    private LanToa(Builder settings) {
        this.settings = settings;
        var http = new Transport(settings);
        units = new vn.lantoa.client.units.ApiClient(HttpClient.newBuilder(), JSON, origin(settings.units)) {
            @Override
            public HttpClient getHttpClient() {
                return http;
            }

            @Override
            public ObjectMapper getObjectMapper() {
                return JSON;
            }
        };
        campaigns =
                new vn.lantoa.client.campaigns.ApiClient(HttpClient.newBuilder(), JSON, origin(settings.campaigns)) {
                    @Override
                    public HttpClient getHttpClient() {
                        return http;
                    }

                    @Override
                    public ObjectMapper getObjectMapper() {
                        return JSON;
                    }
                };
        recognition =
                new vn.lantoa.client.recognition.ApiClient(
                        HttpClient.newBuilder(), JSON, origin(settings.recognition)) {
                    @Override
                    public HttpClient getHttpClient() {
                        return http;
                    }

                    @Override
                    public ObjectMapper getObjectMapper() {
                        return JSON;
                    }
                };
        units.setReadTimeout(settings.timeout);
        campaigns.setReadTimeout(settings.timeout);
        recognition.setReadTimeout(settings.timeout);
    }

    private static String origin(URI uri) {
        var text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** All three services behind one origin, such as {@code https://lantoa.example.vn}. */
    public static Builder at(URI origin) {
        return at(origin, origin, origin);
    }

    /** Each service at an origin of its own, such as {@code http://localhost:28101}; the paths are those of the contracts. */
    public static Builder at(URI units, URI campaigns, URI recognition) {
        return new Builder(units, campaigns, recognition);
    }

    /** The same services over the same connections, asked by somebody else. */
    public LanToa as(Supplier<@Nullable String> token) {
        return new LanToa(settings.copy().token(token));
    }

    public vn.lantoa.client.units.ApiClient units() {
        return units;
    }

    public vn.lantoa.client.campaigns.ApiClient campaigns() {
        return campaigns;
    }

    public vn.lantoa.client.recognition.ApiClient recognition() {
        return recognition;
    }

    /** The {@code If-Match} that names a version just read. */
    public static String version(@Nullable Long version) {
        if (version == null) {
            throw new IllegalArgumentException("What was read has no version");
        }
        return "\"" + version + "\"";
    }

    /** How the services are asked. */
    public static final class Builder {
        final URI units;
        final URI campaigns;
        final URI recognition;
        Supplier<@Nullable String> token = () -> null;
        String language = "vi";
        Duration timeout = Duration.ofSeconds(30);
        Duration patience = Duration.ofSeconds(10);
        Duration longestPause = Duration.ofDays(1);
        Set<Integer> alsoPassing = Set.of();

        @Nullable
        HttpClient http;

        private Builder(URI units, URI campaigns, URI recognition) {
            this.units = units;
            this.campaigns = campaigns;
            this.recognition = recognition;
        }

        /** A bearer token, asked for with every request; null for none, as the public parts need. */
        public Builder token(Supplier<@Nullable String> value) {
            token = value;
            return this;
        }

        /** {@code vi} (default) or {@code en}: the language of problems. */
        public Builder language(String value) {
            language = value;
            return this;
        }

        /** How long one answer may take (default 30 s). */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /**
         * How long a request is repeated in all (default 10 s); zero for never. A refusal that names a longer time in
         * {@code Retry-After} is thrown at once.
         */
        public Builder patience(Duration value) {
            patience = value;
            return this;
        }

        /** Asks again after this time at the latest, even where a service named a longer one in {@code Retry-After}. */
        public Builder pauseAtMost(Duration value) {
            longestPause = value;
            return this;
        }

        /** Further statuses that are a matter of time, such as 403 just after a role was granted elsewhere. */
        public Builder askAgainAfter(Integer... statuses) {
            alsoPassing = Set.of(statuses);
            return this;
        }

        /** Connections of your own. */
        public Builder http(HttpClient value) {
            http = value;
            return this;
        }

        Builder copy() {
            var copy = new Builder(units, campaigns, recognition);
            copy.language = language;
            copy.timeout = timeout;
            copy.patience = patience;
            copy.longestPause = longestPause;
            copy.alsoPassing = alsoPassing;
            copy.http = http;
            return copy.token(token);
        }

        public LanToa build() {
            if (!Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
                throw new IllegalStateException("The default charset is " + Charset.defaultCharset()
                        + ", answers are UTF-8: run Java 17 with -Dfile.encoding=UTF-8; later ones need nothing.");
            }
            if (http == null) {
                http = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
            }
            return new LanToa(copy());
        }
    }
}
