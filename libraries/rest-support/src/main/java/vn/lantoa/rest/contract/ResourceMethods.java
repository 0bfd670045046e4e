package vn.lantoa.rest.contract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** The methods behind operations, by operation id. */
final class ResourceMethods {
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName VERSIONED = DotName.createSimple("vn.lantoa.rest.Versioned");
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName PARAMETER =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.parameters.Parameter");
    private static final DotName PERMISSIONS = DotName.createSimple("io.quarkus.security.PermissionsAllowed");
    private static final DotName SCOPED = DotName.createSimple("vn.lantoa.rest.Scoped");
    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");

    private final IndexView index;
    private final Map<String, MethodInfo> methods = new HashMap<>();

    ResourceMethods(IndexView index) {
        this.index = index;
        for (var annotation : index.getAnnotations(OPERATION)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.METHOD && annotation.value("operationId") != null) {
                methods.put(
                        annotation.value("operationId").asString(),
                        annotation.target().asMethod());
            }
        }
    }

    Optional<Facts> of(String operationId) {
        return Optional.ofNullable(methods.get(operationId)).map(Facts::new);
    }

    /** What the annotations of a method and of its class say. */
    final class Facts {
        private final MethodInfo method;

        private Facts(MethodInfo method) {
            this.method = method;
        }

        boolean isPublic() {
            return method.hasAnnotation(PERMIT_ALL)
                    || (method.declaringClass().hasDeclaredAnnotation(PERMIT_ALL)
                            && permission().isEmpty());
        }

        Optional<String> permission() {
            return Optional.ofNullable(method.annotation(PERMISSIONS))
                    .map(AnnotationInstance::value)
                    .map(value -> String.join("`, `", value.asStringArray()));
        }

        /** What the right to call it covers and what becomes of things outside, as the contract says it. */
        Optional<Map<String, Object>> access() {
            return Optional.ofNullable(method.annotation(SCOPED)).map(scope -> {
                var covers = scope.value().asEnum();
                var access = new LinkedHashMap<String, Object>();
                permission()
                        .or(() -> Optional.of(
                                scope.valueWithDefault(index, "permission").asString()))
                        .filter(permission -> !permission.isEmpty())
                        .ifPresent(permission -> access.put("permission", permission));
                access.put("covers", covers);
                if (!covers.equals("PUBLIC") && !covers.equals("ACCOUNT")) {
                    access.put(
                            "outside", scope.valueWithDefault(index, "outside").asEnum());
                }
                access.put("own", scope.valueWithDefault(index, "own").asBoolean());
                access.put("fresh", scope.valueWithDefault(index, "fresh").asBoolean());
                access.put("stepUp", bears("StepUp"));
                return access;
            });
        }

        /** Whether the method or its class bears an annotation of that simple name. */
        boolean bears(String annotation) {
            return method.declaredAnnotations().stream().anyMatch(it -> isNamed(it, annotation))
                    || method.declaringClass().declaredAnnotations().stream().anyMatch(it -> isNamed(it, annotation));
        }

        /** Whether the body may be left out: a parameter that comes from nowhere else and may be null. */
        boolean takesOptionalBody() {
            return method.parameters().stream()
                    .anyMatch(it -> it.type().hasAnnotation(NULLABLE)
                            && it.declaredAnnotations().stream()
                                    .noneMatch(annotation ->
                                            annotation.name().packagePrefix().startsWith("jakarta.ws.rs")));
        }

        /** What {@code @Parameter} says of a path segment that is named by its parameter alone. */
        Optional<String> word(String parameter, String member) {
            return method.parameters().stream()
                    .filter(it -> parameter.equals(it.name()))
                    .flatMap(it -> it.declaredAnnotations().stream())
                    .filter(it -> it.name().equals(PARAMETER))
                    .map(it -> it.value(member))
                    .filter(value -> value != null)
                    .map(AnnotationValue::asString)
                    .findFirst();
        }

        /** Whether what it answers is a resource with a version. */
        boolean answersVersioned() {
            var name = answer(method.returnType()).name();
            for (var type = index.getClassByName(name); type != null; type = index.getClassByName(type.superName())) {
                if (type.interfaceNames().contains(VERSIONED)) {
                    return true;
                }
                if (type.superName() == null) {
                    break;
                }
            }
            return false;
        }

        /** Name of the schema of what it answers. */
        String answer() {
            var name = answer(method.returnType()).name();
            var type = index.getClassByName(name);
            return type == null ? name.withoutPackagePrefix() : type.simpleName();
        }

        private static boolean isNamed(AnnotationInstance annotation, String simpleName) {
            return annotation.name().withoutPackagePrefix().equals(simpleName);
        }

        private static Type answer(Type type) {
            return type.kind() == Type.Kind.PARAMETERIZED_TYPE
                            && type.name().withoutPackagePrefix().equals("RestResponse")
                    ? type.asParameterizedType().arguments().getFirst()
                    : type;
        }
    }
}
