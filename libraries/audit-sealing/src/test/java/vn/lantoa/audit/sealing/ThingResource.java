package vn.lantoa.audit.sealing;

import io.quarkus.security.Authenticated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.access.UnitTree;
import vn.lantoa.audit.Audit;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Scoped;
import vn.lantoa.sql.Query;

/** Something that can be changed and read. */
@Path("/things/{id}")
public class ThingResource {
    static final UUID HOA = UUID.fromString("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c03");

    private static final UUID OFFICE = UUID.fromString("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c04");

    private final Audit audit;

    ThingResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    public String read(@PathParam("id") UUID id) {
        return id.toString();
    }

    @POST
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @Transactional
    public void make(@PathParam("id") UUID id) {
        audit.record(
                "thing.make",
                "thing",
                id,
                null,
                Map.of("name", "Đền Vua Lê", "role", "MEMBER", "person", HOA, "unit", OFFICE));
    }

    @ApplicationScoped
    static class Alone implements UnitTree {
        @Override
        public boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day) {
            return unit.equals(root);
        }

        @Override
        public Set<UUID> everWithin(Set<UUID> units, List<Reach.Root> roots, LocalDate day) {
            return roots.stream().map(Reach.Root::unit).filter(units::contains).collect(Collectors.toSet());
        }

        @Override
        public Query everWithin(List<Reach.Root> roots, LocalDate day) {
            return Query.of("SELECT unnest(?::uuid[]) AS id", (Object)
                    roots.stream().map(Reach.Root::unit).toArray(UUID[]::new));
        }
    }

    @ApplicationScoped
    static class Names implements PersonNames {
        @Override
        public Map<UUID, String> of(Set<UUID> persons) {
            return persons.contains(HOA) ? Map.of(HOA, "Nông Thị Hoa") : Map.of();
        }
    }

    @ApplicationScoped
    static class Offices implements UnitNames {
        @Override
        public Map<UUID, String> of(Set<UUID> units, LocalDate day) {
            return units.contains(OFFICE) ? Map.of(OFFICE, "Sở Nội vụ") : Map.of();
        }
    }
}
