package vn.lantoa.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import vn.lantoa.audit.Audit;
import vn.lantoa.problems.Forbidden;

/** Writes down who views as whom before anything is read, refuses what is not shown, and says in the answer whose view it is. */
public class ViewAsFilter {
    static final String ACTION = "access.view-as";
    private static final String ENTITY = "person";

    private final SecurityIdentity identity;
    private final Caller caller;
    private final Audit audit;

    ViewAsFilter(SecurityIdentity identity, Caller caller, Audit audit) {
        this.identity = identity;
        this.caller = caller;
        this.audit = audit;
    }

    /** What was looked at, without its query. */
    public record Looked(String method, String path) {}

    /** Past the permissions of the operation. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void look(ContainerRequestContext request, ResourceInfo resource) {
        if (!request.getHeaders().containsKey(ViewAs.HEADER)) {
            return;
        }
        if (identity.getAttribute(RightsAugmentor.REFUSAL) instanceof RuntimeException refusal) {
            throw refusal;
        }
        if (caller.viewer().isEmpty()) {
            throw new Forbidden("view-as-refused");
        }
        if (!ViewAs.shows(resource.getResourceMethod())) {
            throw new Forbidden("view-as-not-shown");
        }
        UUID person = caller.requirePerson();
        var looked = new Looked(request.getMethod(), request.getUriInfo().getPath());
        QuarkusTransaction.requiringNew().run(() -> audit.record(ACTION, ENTITY, person, null, looked));
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaders().containsKey(ViewAs.HEADER) && caller.viewer().isPresent()) {
            caller.person().ifPresent(person -> response.getHeaders().putSingle(ViewAs.ANSWER, person));
        }
    }
}
