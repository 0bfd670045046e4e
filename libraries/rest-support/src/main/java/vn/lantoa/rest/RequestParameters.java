package vn.lantoa.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the parameter that a conversion stumbled over: the REST layer tells the value, not the name. */
@Singleton
class RequestParameters {
    private final UriInfo uri;

    RequestParameters(UriInfo uri) {
        this.uri = uri;
    }

    List<String> named(String value) {
        return where(value::equals);
    }

    List<String> mentionedIn(String message) {
        return where(value -> !value.isEmpty() && message.contains(value));
    }

    private List<String> where(Predicate<String> wanted) {
        var pointers = new ArrayList<String>();
        collect(uri.getPathParameters(), "{", "}", wanted, pointers);
        collect(uri.getQueryParameters(), "?", "", wanted, pointers);
        return pointers;
    }

    private static void collect(
            MultivaluedMap<String, String> parameters,
            String before,
            String after,
            Predicate<String> wanted,
            List<String> pointers) {
        parameters.forEach((name, values) -> {
            if (values.stream().anyMatch(wanted)) {
                pointers.add(before + name + after);
            }
        });
    }
}
