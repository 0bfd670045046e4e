package vn.lantoa.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clients call a parameter of a resource method: {@code ?limit}, {@code {id}}, {@code If-Match}. Empty for the body. */
final class ParameterName {
    private ParameterName() {}

    static Optional<String> of(
            Class<?> resource, String method, List<Class<?>> types, int index, @Nullable String field) {
        // the container's subclasses of a resource repeat its methods without their annotations
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            try {
                var parameter = type.getDeclaredMethod(method, types.toArray(Class<?>[]::new))
                        .getParameters()[index];
                if (parameter.isAnnotationPresent(BeanParam.class) && field != null) {
                    return of(parameter.getType().getField(field)).or(() -> Optional.of("?" + field));
                }
                var name = of(parameter);
                if (name.isPresent()) {
                    return name;
                }
            } catch (NoSuchMethodException | NoSuchFieldException elsewhere) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> of(AnnotatedElement element) {
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            return Optional.of("?" + query.value());
        }
        var path = element.getAnnotation(PathParam.class);
        if (path != null) {
            return Optional.of("{" + path.value() + "}");
        }
        var header = element.getAnnotation(HeaderParam.class);
        return header == null ? Optional.empty() : Optional.of(header.value());
    }
}
