package vn.lantoa.rest.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import vn.lantoa.rest.ProblemTexts;

/** The one shape of every error. */
final class ProblemSchemas {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String POINTER =
            "JSON pointer into the body; `?name` of a query parameter, `{name}` of a path parameter, or a header";

    private ProblemSchemas() {}

    static void add(Components components) {
        components.addSchema(
                "Problem",
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description("RFC 9457. Every type is listed in docs/problems.md.")
                        .required(List.of("type", "title", "status", "detail", "instance", "requestId"))
                        .addProperty(
                                "type",
                                text("`urn:lantoa:problem:` and a code that never changes its meaning")
                                        .format("uri"))
                        .addProperty("title", text("In the language of the caller"))
                        .addProperty(
                                "status",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.INTEGER)
                                        .format("int32"))
                        .addProperty("detail", text("What happened here, in the language of the caller"))
                        .addProperty("instance", text("Path of the request"))
                        .addProperty(
                                "errors",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.ARRAY)
                                        .description("Every wrong field")
                                        .items(OASFactory.createSchema().ref("#/components/schemas/ProblemField")))
                        .addProperty("legalRef", text("The article, where a rule of law refuses"))
                        .addProperty(
                                "requestId",
                                text("Also in the header `X-Request-Id` and in the log")
                                        .format("uuid")));
        components.addSchema(
                "ProblemField",
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description("A wrong field")
                        .required(List.of("pointer", "code", "detail"))
                        .addProperty("pointer", text(POINTER))
                        .addProperty("code", text("Stable code"))
                        .addProperty("detail", text("In the language of the caller")));
    }

    static Map<String, Object> example(Refusal refusal) {
        var texts = new ProblemTexts();
        var code = String.valueOf(refusal.code());
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:lantoa:problem:" + code);
        example.put("title", texts.title(code, VIETNAMESE));
        example.put("status", refusal.status());
        example.put("detail", texts.detail(code, List.of(), VIETNAMESE));
        example.put("instance", "/api/units/v1/units");
        if (refusal.pointer() != null && refusal.fieldCode() != null) {
            var field = new LinkedHashMap<String, Object>();
            field.put("pointer", refusal.pointer());
            field.put("code", refusal.fieldCode());
            field.put("detail", texts.field(refusal.fieldCode(), List.of("2025-07-01", "2025-06-30"), VIETNAMESE));
            example.put("errors", List.of(field));
        }
        example.put("requestId", "0198c0de-7b1a-7c3e-9f00-000000000001");
        return example;
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
