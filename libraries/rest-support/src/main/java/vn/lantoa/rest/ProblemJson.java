package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;

/** RFC 9457 in the language of the caller. */
@Singleton
class ProblemJson {
    static final String TYPE = "application/problem+json";

    private final ObjectMapper mapper;
    private final ProblemTexts texts;

    ProblemJson(ObjectMapper mapper, ProblemTexts texts) {
        this.mapper = mapper;
        this.texts = texts;
    }

    byte[] write(Problem problem, Locale language, String path, UUID requestId) {
        var json = mapper.createObjectNode()
                .put("type", "urn:lantoa:problem:" + problem.code())
                .put("title", texts.title(problem.code(), language))
                .put("status", problem.status())
                .put("detail", texts.detail(problem.code(), problem.args(), language))
                .put("instance", path);
        if (!problem.errors().isEmpty()) {
            var errors = json.putArray("errors");
            for (var error : problem.errors()) {
                errors.addObject()
                        .put("pointer", error.pointer())
                        .put("code", error.code())
                        .put("detail", texts.field(error.code(), error.args(), language));
            }
        }
        if (problem.legalRef() != null) {
            json.put("legalRef", problem.legalRef());
        }
        json.put("requestId", requestId.toString());
        try {
            return mapper.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
