package vn.lantoa.rest;

import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;

/** The argument of a resource method that came as the body. */
final class RequestBody {
    private RequestBody() {}

    /** Null where the method takes none, or an optional one that was not sent; a wanted one that is missing is 400. */
    static @Nullable Object of(InvocationContext call) {
        var parameters = call.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (isBody(call.getMethod(), parameters[i])) {
                var body = call.getParameters()[i];
                if (body == null && !parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new ProblemException(Problem.invalidRequest(List.of(FieldError.at("", "required"))));
                }
                return body;
            }
        }
        return null;
    }

    private static boolean isBody(Method method, Parameter parameter) {
        var injected = Arrays.stream(parameter.getAnnotations())
                .map(it -> it.annotationType().getPackageName())
                .anyMatch(it -> it.equals("jakarta.ws.rs")
                        || it.equals("org.jboss.resteasy.reactive")
                        || it.equals(Context.class.getPackageName()));
        return !injected
                && !parameter.getType().getPackageName().equals("jakarta.ws.rs.core")
                && !isInPath(method, parameter.getName());
    }

    /** A parameter that bears the name of a path segment is that segment, without an annotation. */
    private static boolean isInPath(Method method, String name) {
        return isInPath(method.getAnnotation(Path.class), name)
                || isInPath(method.getDeclaringClass().getAnnotation(Path.class), name);
    }

    private static boolean isInPath(@Nullable Path path, String name) {
        return path != null && path.value().matches(".*\\{\\s*" + name + "\\s*[:}].*");
    }
}
