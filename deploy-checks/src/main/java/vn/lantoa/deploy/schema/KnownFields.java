package vn.lantoa.deploy.schema;

import java.util.Map;
import org.keycloak.representations.idm.RealmRepresentation;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.project.Project;

/** Every field of every resource exists, and has a value of its type. A kind that nobody describes is a fault. */
public final class KnownFields implements Check {
    /** Parts that our schemas leave to a class. */
    private static final Map<String, Class<?>> PARTS = Map.of("KeycloakRealmImport", RealmRepresentation.class);

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        rendering.resources().forEach(resource -> check(resource, findings));
    }

    private static void check(Resource resource, Findings findings) {
        var fields = new ModelFields(resource, findings);
        var model = Models.of(resource);
        var schema = model.isPresent() ? java.util.Optional.<Schema>empty() : Schema.of(resource);
        model.ifPresent(fields::check);
        schema.ifPresent(known -> known.check(resource, findings));
        if (model.isEmpty() && schema.isEmpty()) {
            findings.add(
                    resource,
                    "kind",
                    resource.apiVersion() + " " + resource.kind() + " has neither a model nor a schema here",
                    "correct apiVersion and kind, or describe it beside the other schemas of deploy-checks");
        }
        var part = PARTS.get(resource.kind());
        if (part != null) {
            fields.check(part, resource.spec().path("realm"), "spec.realm");
        }
    }
}
