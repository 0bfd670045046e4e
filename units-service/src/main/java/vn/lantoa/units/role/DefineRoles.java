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
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.RoleDefined;
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
                    .findFirst();
            var defined = before.map(DefinedRole::of).orElse(null);
            if (!role.inOrder().equals(defined)) {
                put(before.map(RoleView::id).orElseGet(Ids::next), defined, role.inOrder());
            }
        }
    }

    private void put(UUID id, @Nullable DefinedRole before, DefinedRole role) {
        var now = clock.instant();
        Query.of(
                        """
                        INSERT INTO role (id, code, label_vi, label_en, purpose_vi, purpose_en, legal_ref, confidence,
                                          valid_from, valid_to, granted_by, lines, version, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                        ON CONFLICT ON CONSTRAINT role_pk DO UPDATE
                        SET label_vi = EXCLUDED.label_vi, label_en = EXCLUDED.label_en, purpose_vi = EXCLUDED.purpose_vi,
                            purpose_en = EXCLUDED.purpose_en, legal_ref = EXCLUDED.legal_ref,
                            confidence = EXCLUDED.confidence, valid_from = EXCLUDED.valid_from,
                            valid_to = EXCLUDED.valid_to, granted_by = EXCLUDED.granted_by, lines = EXCLUDED.lines,
                            version = role.version + 1, updated_at = EXCLUDED.updated_at
                        """,
                        id,
                        role.code(),
                        role.vi(),
                        role.en(),
                        role.purposeVi(),
                        role.purposeEn(),
                        role.legalRef(),
                        role.confidence(),
                        role.validFrom(),
                        role.validTo(),
                        role.grantedBy().toArray(String[]::new),
                        role.lines().toArray(String[]::new),
                        now,
                        now)
                .change(database);
        Query.of("DELETE FROM role_permission WHERE role = ?", id).change(database);
        var state = role.state(id);
        for (var permission : state.permissions()) {
            Query.of(
                            "INSERT INTO role_permission (id, role, permission, reach, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?)",
                            Ids.next(),
                            id,
                            permission.permission(),
                            permission.reach(),
                            permission.validFrom(),
                            permission.validTo())
                    .change(database);
        }
        var event = new RoleDefined(id, new Act("role.define", now, null, null), state);
        audit.record("role.define", "role", id, before, role);
        outbox.publish(event);
        rights.apply(event);
        LOG.infof(
                "Role %s defined with %d permissions",
                role.code(), role.permissions().size());
    }

    static RoleState state(RoleView view) {
        return DefinedRole.of(view).state(view.id());
    }

    private static RolesFile file() {
        try (var in = DefineRoles.class.getResourceAsStream("/META-INF/lantoa/roles.yaml")) {
            return YAML.readValue(in, RolesFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
