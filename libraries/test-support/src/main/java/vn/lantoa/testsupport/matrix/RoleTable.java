package vn.lantoa.testsupport.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each role permits, and whether everywhere; from the file that the roles are defined by. */
final class RoleTable {
    /** Another system, as if what it was granted were a role. */
    static final String MACHINE = "MACHINE";

    private final Map<String, Map<String, Boolean>> roles = new LinkedHashMap<>();

    private RoleTable() {}

    static RoleTable ofTheClassPath() {
        try (var file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/lantoa/roles.yaml")) {
            return of(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RoleTable of(JsonNode file) {
        var table = new RoleTable();
        for (var role : file.path("roles")) {
            var permissions = new HashMap<String, Boolean>();
            for (var each : role.path("permissions")) {
                permissions.put(
                        each.path("permission").asText(),
                        each.path("reach").asText().equals("PROVINCE"));
            }
            table.roles.put(role.path("code").asText(), permissions);
        }
        return table;
    }

    /** These roles and what other systems may be granted. */
    RoleTable withMachine(Set<String> permissions) {
        var table = new RoleTable();
        table.roles.putAll(roles);
        var granted = new HashMap<String, Boolean>();
        permissions.forEach(permission -> granted.put(permission, false));
        table.roles.put(MACHINE, granted);
        return table;
    }

    Set<String> codes() {
        return roles.keySet();
    }

    boolean holds(String role, @Nullable String permission) {
        return permission != null && roles.getOrDefault(role, Map.of()).containsKey(permission);
    }

    boolean everywhere(String role, String permission) {
        return roles.getOrDefault(role, Map.of()).getOrDefault(permission, false);
    }
}
