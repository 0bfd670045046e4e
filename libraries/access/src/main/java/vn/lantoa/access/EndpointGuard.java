package vn.lantoa.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.lantoa.rest.Scoped;

/**
 * Refuses to start a service one of whose resource methods does not say who may call it and which things they reach by it.
 * Quarkus would deny a method without a security annotation to everybody; this says so before the first caller finds out.
 */
@Singleton
class EndpointGuard {
    private static final Logger LOG = Logger.getLogger(EndpointGuard.class);
    private static final String OURS = "vn.lantoa.";
    private static final Set<Class<? extends Annotation>> ANSWERS =
            Set.of(PermissionsAllowed.class, Authenticated.class, PermitAll.class, DenyAll.class, RolesAllowed.class);

    void check(@Observes StartupEvent start, BeanManager beans) {
        List<String> open =
                resources(beans).flatMap(EndpointGuard::undeclared).sorted().toList();
        if (!open.isEmpty()) {
            LOG.errorf("Resource methods that do not say who may call them: %s", open);
            throw new IllegalStateException("resource methods without exactly one security annotation: " + open);
        }
        List<String> unscoped =
                resources(beans).flatMap(EndpointGuard::unscoped).sorted().toList();
        if (!unscoped.isEmpty()) {
            LOG.errorf("Resource methods that do not say which things a caller reaches: %s", unscoped);
            throw new IllegalStateException("resource methods without a @Scoped that fits: " + unscoped);
        }
    }

    /** Every resource class of ours in this application. */
    static Stream<Class<?>> resources(BeanManager beans) {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.getName().startsWith(OURS) && type.isAnnotationPresent(Path.class))
                .distinct();
    }

    /** Methods of a resource that do not carry exactly one security annotation. */
    static Stream<String> undeclared(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(EndpointGuard::handlesRequests)
                .filter(method ->
                        ANSWERS.stream().filter(method::isAnnotationPresent).count() != 1)
                .map(method -> resource.getSimpleName() + "." + method.getName());
    }

    /** Methods of a resource without {@code @Scoped}, or with one that their security annotation contradicts. */
    static Stream<String> unscoped(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(EndpointGuard::handlesRequests)
                .filter(method -> !fits(method))
                .map(method -> resource.getSimpleName() + "." + method.getName());
    }

    private static boolean fits(Method method) {
        var scope = method.getAnnotation(Scoped.class);
        if (scope == null) {
            return method.isAnnotationPresent(DenyAll.class);
        }
        boolean held = method.isAnnotationPresent(PermissionsAllowed.class);
        boolean named = held || !scope.permission().isEmpty();
        return switch (scope.value()) {
            case PUBLIC -> method.isAnnotationPresent(PermitAll.class) && !named;
            case ACCOUNT -> method.isAnnotationPresent(Authenticated.class) && !named;
            case OWN -> method.isAnnotationPresent(Authenticated.class) || held;
            case HELD, EVERYWHERE -> held;
            case UNIT -> named;
        };
    }

    private static boolean handlesRequests(Method method) {
        return !method.isBridge()
                && Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
