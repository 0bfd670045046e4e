package vn.lantoa.units.role;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lantoa.access.Caller;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.membership.MembershipReads;
import vn.lantoa.units.person.Persons;
import vn.lantoa.units.person.Posts;

/** The caller as the register sees them. */
@Path("/me")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class MeResource {
    private final Persons persons;
    private final Posts posts;
    private final MembershipReads memberships;
    private final RoleReads reads;
    private final Caller caller;
    private final Clock clock;

    MeResource(Persons persons, Posts posts, MembershipReads memberships, RoleReads reads, Caller caller, Clock clock) {
        this.persons = persons;
        this.posts = posts;
        this.memberships = memberships;
        this.reads = reads;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @Operation(
            operationId = "getMe",
            summary = "Who am I, where, what may I",
            description =
                    "Posts, memberships, grants and delegations of today. An account without a person is a citizen's: everything is empty.")
    public MeView get() {
        var today = LocalDate.now(clock);
        return caller.person()
                .map(person -> me(person, today))
                .orElseGet(() ->
                        new MeView(caller.account(), null, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private MeView me(UUID id, LocalDate today) {
        var person = persons.get(id);
        var grants = reads.held(id, today);
        return new MeView(
                caller.account(),
                new MeView.Myself(id, person.name()),
                caller.ownShown("person.read").everywhere()
                        ? posts.ofPerson(id).stream()
                                .filter(post -> post.holdsOn(today))
                                .toList()
                        : List.of(),
                caller.ownShown("membership.read").everywhere() ? memberships.own(id, today) : List.of(),
                grants,
                reads.delegatedBy(id, today),
                permissions(grants, today));
    }

    private List<MeView.HeldPermission> permissions(List<RoleGrantView> grants, LocalDate today) {
        var roles = grants.stream().map(RoleGrantView::role).distinct().toList();
        return reads.roles().stream()
                .filter(role -> roles.contains(role.code()))
                .flatMap(role -> role.permissions().stream())
                .filter(permission -> permission.holdsOn(today))
                .map(RoleView.RolePermissionView::permission)
                .distinct()
                .sorted()
                .map(this::held)
                .toList();
    }

    private MeView.HeldPermission held(String permission) {
        var reach = caller.reach(permission);
        return new MeView.HeldPermission(
                permission,
                reach.everywhere(),
                reach.roots().stream()
                        .map(root -> new MeView.HeldRoot(root.unit(), root.line()))
                        .toList());
    }
}
