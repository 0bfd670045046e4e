package vn.lantoa.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(SampleServices.class)
class AbsentBodyTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource("/api/samples/v1/samples")
    URI samples;

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void anOptionalBodyMayBeAbsentWhateverTypeIsNamed(HttpClient.Version version) throws Exception {
        try (var client = HttpClient.newBuilder().version(version).build()) {
            // the second HTTP/2 request is not an upgraded one
            for (int i = 0; i < 2; i++) {
                assertOpens(send(client, null, BodyPublishers.noBody()), "nothing");
            }
            assertOpens(send(client, "application/json", BodyPublishers.noBody()), "nothing");
            assertOpens(send(client, "application/json", BodyPublishers.ofString("{\"name\":\"n\"}")), "n");
        }
    }

    @Test
    void anEmptyFormIsNoBody() throws Exception {
        try (var client = http1()) {
            assertOpens(send(client, FORM, BodyPublishers.noBody()), "nothing");
        }
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() throws Exception {
        try (var client = http1()) {
            assertThat(send(client, "text/plain", BodyPublishers.ofString("x")).statusCode())
                    .isEqualTo(415);
            assertThat(send(client, FORM, BodyPublishers.ofString("name=n")).statusCode())
                    .isEqualTo(415);
            var chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[] {'x'}));
            assertThat(send(client, "text/plain", chunks).statusCode()).isEqualTo(415);
        }
    }

    @Test
    void aWantedBodyIsAskedFor() throws Exception {
        try (var client = http1()) {
            var response = client.send(
                    HttpRequest.newBuilder(samples)
                            .POST(BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("\"required\"");
        }
    }

    private static HttpClient http1() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static void assertOpens(HttpResponse<String> response, String name) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("\"name\":\"" + name + "\"");
    }

    private HttpResponse<String> send(HttpClient client, @Nullable String type, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(samples + "/" + UUID.randomUUID() + "/open"))
                .POST(body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
