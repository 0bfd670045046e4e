package vn.lantoa.units.role;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.RoleDefined;
import vn.lantoa.events.units.RolePermissionState;
import vn.lantoa.events.units.RoleState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;

/** Brings the roles of {@code roles.yaml} into the database where they differ, one process at a time, and announces them. */
@ApplicationScoped
class DefineRoles {
    private static final Logger LOG = Logger.getLogger(DefineRoles.class);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final RoleReads reads;
    private final Audit audit;
    private final Outbox outbox;
    private final AccessReplica rights;
    private final DataSource database;
    private final Clock clock;

    DefineRoles(RoleReads reads, Audit audit, Outbox outbox, AccessReplica rights, DataSource database, Clock clock) {
        this.reads = reads;
        this.audit = audit;
        this.outbox = outbox;
        this.rights = rights;
        this.database = database;
        this.clock = clock;
    }

    /** The whole file. */
    record RolesFile(List<DefinedRole> roles) {}

    /** A role as the file says it. */
    record DefinedRole(String code, String vi, String en, List<DefinedPermission> permissions) {
        RoleState state(java.util.UUID id) {
            return new RoleState(
                    id,
                    code,
                    vi,
                    en,
                    permissions.stream()
                            .map(DefinedPermission::state)
                            .sorted(ORDER)
                            .toList());
        }
    }

    /** A permission as the file says it; reach SUBTREE unless it says PROVINCE. */
    record DefinedPermission(
            String permission,
            @Nullable String reach,
            java.time.@Nullable LocalDate validFrom,
            java.time.@Nullable LocalDate validTo) {
        RolePermissionState state() {
            return new RolePermissionState(permission, reach == null ? "SUBTREE" : reach, validFrom, validTo);
        }
    }

    private static final java.util.Comparator<RolePermissionState> ORDER = java.util.Comparator.comparing(
                    RolePermissionState::permission)
            .thenComparing(
                    RolePermissionState::validFrom,
                    java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()));

    void atStart(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(this::define);
    }

    private void define() {
        Query.of("SELECT pg_advisory_xact_lock(hashtextextended('units/roles', 0))")
                .change(database);
        var held = reads.roles();
        for (var role : file().roles()) {
            var before = held.stream()
                    .filter(view -> view.code().equals(role.code()))
                    .findFirst()
                    .map(DefineRoles::state);
            var after = role.state(before.map(RoleState::id).orElseGet(Ids::next));
            if (!Objects.equals(before.orElse(null), after)) {
                put(before, after);
            }
        }
    }

    private void put(Optional<RoleState> before, RoleState role) {
        var now = clock.instant();
        Query.of("""
                INSERT INTO role (id, code, label_vi, label_en, version, created_at, updated_at) VALUES (?, ?, ?, ?, 0, ?, ?)
                ON CONFLICT ON CONSTRAINT role_pk DO UPDATE
                SET label_vi = EXCLUDED.label_vi, label_en = EXCLUDED.label_en, version = role.version + 1,
                    updated_at = EXCLUDED.updated_at
                """, role.id(), role.code(), role.nameVi(), role.nameEn(), now, now)
                .change(database);
        Query.of("DELETE FROM role_permission WHERE role = ?", role.id()).change(database);
        for (var permission : role.permissions()) {
            Query.of(
                            "INSERT INTO role_permission (id, role, permission, reach, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?)",
                            Ids.next(),
                            role.id(),
                            permission.permission(),
                            permission.reach(),
                            permission.validFrom(),
                            permission.validTo())
                    .change(database);
        }
        var event = new RoleDefined(role.id(), new Act("role.define", now, null, null), role);
        audit.record("role.define", "role", role.id(), before.orElse(null), role);
        outbox.publish(event);
        rights.apply(event);
        LOG.infof(
                "Role %s defined with %d permissions",
                role.code(), role.permissions().size());
    }

    static RoleState state(RoleView view) {
        return new RoleState(
                view.id(),
                view.code(),
                view.label().vi(),
                view.label().en(),
                view.permissions().stream()
                        .map(permission -> new RolePermissionState(
                                permission.permission(),
                                permission.reach(),
                                permission.validFrom(),
                                permission.validTo()))
                        .sorted(ORDER)
                        .toList());
    }

    private static RolesFile file() {
        try (var in = DefineRoles.class.getResourceAsStream("/META-INF/lantoa/roles.yaml")) {
            return YAML.readValue(in, RolesFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
