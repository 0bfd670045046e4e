package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An answer in full: status, the headers that belong to it, the very bytes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final java.util.List<String> KEPT =
            java.util.List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL);

    /** Of what a resource method returns; the bytes are those that the REST layer will write too. */
    static StoredAnswer of(@Nullable Object result, ObjectMapper mapper) throws JsonProcessingException {
        var headers = new TreeMap<String, String>();
        int status = result == null ? 204 : 200;
        Object entity = result;
        if (result instanceof RestResponse<?> response) {
            status = response.getStatus();
            entity = response.getEntity();
            for (var name : KEPT) {
                var value = response.getHeaderString(name);
                if (value != null) {
                    headers.put(name, value);
                }
            }
        }
        if (entity instanceof Versioned versioned && status < 300) {
            headers.put(HttpHeaders.ETAG, ETags.of(versioned));
        }
        return new StoredAnswer(status, headers, entity == null ? new byte[0] : mapper.writeValueAsBytes(entity));
    }

    /** The same answer with the bytes that are kept: it is written as JSON once. */
    RestResponse<Object> inPlaceOf(RestResponse<?> response) {
        var answer = RestResponse.ResponseBuilder.create(response.getStatusInfo(), (Object) new JsonBytes(body));
        response.getHeaders().forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
        var tag = headers.get(HttpHeaders.ETAG);
        if (tag != null && !response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            answer.header(HttpHeaders.ETAG, tag);
        }
        return answer.build();
    }

    Response toResponse() {
        var answer = Response.status(status);
        headers.forEach(answer::header);
        if (body.length > 0) {
            answer.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8")).entity(new JsonBytes(body));
        }
        return answer.build();
    }
}
