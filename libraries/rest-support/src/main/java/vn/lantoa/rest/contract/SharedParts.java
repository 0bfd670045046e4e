package vn.lantoa.rest.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Parameters, headers and refusals that many operations share: in the contract once, and only where one refers to them. */
final class SharedParts {
    private static final String ETAG = "\"7\"";

    private final Components components;

    SharedParts(Components components) {
        this.components = components;
    }

    Parameter parameter(String name) {
        if (components.getParameters() == null || !components.getParameters().containsKey(name)) {
            components.addParameter(name, newParameter(name));
        }
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    Header header(String name) {
        if (components.getHeaders() == null || !components.getHeaders().containsKey(name)) {
            components.addHeader(name, newHeader(name));
        }
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }

    /** The refusal of that status. */
    APIResponse response(int status) {
        var refusal = Refusal.of(status);
        if (components.getResponses() == null || !components.getResponses().containsKey(refusal.part())) {
            var response = OASFactory.createAPIResponse().description(refusal.description());
            response.setContent(content(status));
            response.setHeaders(headers(status));
            components.addResponse(refusal.part(), response);
        }
        return OASFactory.createAPIResponse().ref("#/components/responses/" + refusal.part());
    }

    @Nullable
    Content content(int status) {
        var refusal = Refusal.of(status);
        if (refusal.code() == null) {
            return null;
        }
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(ProblemSchemas.example(refusal)));
    }

    /** A body of that schema, where nobody named its type; nothing where there is no such schema. */
    @Nullable
    Content json(String schema) {
        if (!components.getSchemas().containsKey(schema)) {
            return null;
        }
        return OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema)));
    }

    @Nullable
    Map<String, Header> headers(int status) {
        var headers = new LinkedHashMap<String, Header>();
        switch (status) {
            case 304 -> headers.put("ETag", header("ETag"));
            case 401 -> headers.put("WWW-Authenticate", header("WWW-Authenticate"));
            case 409, 429, 503 -> headers.put("Retry-After", header("Retry-After"));
            default -> {}
        }
        return headers.isEmpty() ? null : headers;
    }

    private static Parameter newParameter(String name) {
        return switch (name) {
            case "IfMatch" ->
                parameter("If-Match", ETAG, null)
                        .required(true)
                        .description("The `ETag` of the state that the caller acts on; 428 without, 412 when it has"
                                + " changed since.");
            case "IfNoneMatch" ->
                parameter("If-None-Match", ETAG, null)
                        .description("The `ETag` that the caller holds; 304 without a body when it is still true.");
            case "IdempotencyKey" ->
                parameter("Idempotency-Key", "0198c0de-7b1a-7c3e-9f00-5a1d2e3f4a5b", 64)
                        .description("Makes a repetition safe: the same key and body get the same answer for 24 hours,"
                                + " the same key with another body 422.");
            case "AcceptLanguage" -> {
                var language = parameter("Accept-Language", "vi", null)
                        .description("Language of problem texts: Vietnamese unless English is preferred.");
                language.getSchema().setDefaultValue("vi");
                yield language;
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Parameter parameter(String header, String example, @Nullable Integer longest) {
        var schema = text();
        if (longest != null) {
            schema.setMinLength(1);
            schema.setMaxLength(longest);
        }
        return OASFactory.createParameter()
                .name(header)
                .in(Parameter.In.HEADER)
                .schema(schema)
                .example(example);
    }

    private static Header newHeader(String name) {
        return switch (name) {
            case "ETag" -> header("Names this state of the resource; for `If-Match` and `If-None-Match`.", ETAG);
            case "Location" ->
                header("Path of what was made.", "/api/units/v1/units/0198c0de-7b1a-7c3e-9f00-5a1d2e3f4a5b");
            case "Link" ->
                header(
                        "`rel=\"next\"`: the next page; absent on the last.",
                        "</api/units/v1/units?limit=50&cursor=WyJ4Il0>; rel=\"next\"");
            case "WWW-Authenticate" -> header("How to authenticate.", "Bearer");
            case "Retry-After" -> {
                var header = header("Seconds until it is worth asking again, where asking again helps.", 2);
                header.getSchema().setType(java.util.List.of(Schema.SchemaType.INTEGER));
                yield header;
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Header header(String description, Object example) {
        return OASFactory.createHeader().description(description).schema(text()).example(example);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
