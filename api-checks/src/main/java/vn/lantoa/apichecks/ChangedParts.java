package vn.lantoa.apichecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;

/** Says in words what within an operation breaks clients. */
final class ChangedParts {
    private final List<String> parts = new ArrayList<>();

    private ChangedParts() {}

    static String of(ChangedOperation operation) {
        var changed = new ChangedParts();
        changed.walk("", operation);
        return changed.parts.isEmpty()
                ? "is incompatible"
                : String.join("; ", changed.parts.stream().distinct().toList());
    }

    private void walk(String at, @Nullable Changed changed) {
        if (changed == null || !changed.isIncompatible()) {
            return;
        }
        switch (changed) {
            case ChangedSchema schema -> schema(at, schema);
            case ChangedParameters parameters -> {
                parameters.getMissing().forEach(it -> say("parameter " + it.getName(), "is gone"));
                parameters.getIncreased().stream()
                        .filter(it -> Boolean.TRUE.equals(it.getRequired()))
                        .forEach(it -> say("parameter " + it.getName(), "is new and required"));
                parameters.getChanged().forEach(it -> walk("parameter " + it.getName(), it));
            }
            case ChangedParameter parameter -> {
                if (parameter.isChangeRequired()) {
                    say(at, "is required now");
                }
                walk(at, parameter.getSchema());
            }
            case ChangedApiResponse responses -> {
                responses.getMissing().keySet().forEach(status -> say("answer " + status, "is gone"));
                responses.getChanged().forEach((status, response) -> walk("answer " + status, response));
            }
            case ChangedContent content -> {
                content.getMissing().keySet().forEach(type -> say(at, type + " is gone"));
                content.getChanged().forEach((type, media) -> walk(at, media.getSchema()));
            }
            case ChangedRequestBody body -> {
                if (body.isChangeRequired()) {
                    say("body", "is required now");
                }
                walk("body", body.getContent());
            }
            case ChangedList<?> list -> list(at, list);
            case ComposedChanged composed -> {
                var before = parts.size();
                composed.getChangedElements().forEach(element -> walk(at, element));
                if (parts.size() == before) {
                    say(at, kind(composed) + " changed");
                }
            }
            default -> say(at, kind(changed) + " changed");
        }
    }

    private void schema(String at, ChangedSchema schema) {
        var before = parts.size();
        schema.getMissingProperties().keySet().forEach(name -> say(at + "." + name, "is gone"));
        schema.getChangedProperties().forEach((name, property) -> walk(at + "." + name, property));
        walk(at + "[]", schema.getItems());
        if (schema.isChangedType()) {
            say(at, "type changed");
        }
        walk(at, schema.getRequired());
        walk(at, schema.getEnumeration());
        if (parts.size() == before) {
            schema.getChangedElements().forEach(element -> walk(at, element));
        }
        if (parts.size() == before) {
            say(at, schema.isChangeFormat() ? "format changed" : "schema changed");
        }
    }

    private void list(String at, ChangedList<?> list) {
        if (kind(list).equals("required")) {
            list.getIncreased().forEach(name -> say(at + "." + name, "is required now"));
            list.getMissing().forEach(name -> say(at + "." + name, "is no longer always there"));
        } else {
            list.getMissing().forEach(value -> say(at, "value " + value + " is gone"));
            list.getIncreased().forEach(value -> say(at, "value " + value + " is new"));
        }
    }

    private void say(String at, String what) {
        parts.add((at + " " + what).strip());
    }

    private static String kind(Changed changed) {
        return changed.getClass().getSimpleName().replace("Changed", "").toLowerCase(Locale.ROOT);
    }
}
