package vn.lantoa.units.role;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.RolePermissionState;
import vn.lantoa.events.units.RoleState;

/** A role as {@code roles.yaml} says it: what it is for and by which article, when it holds, who grants it, what it permits. */
record DefinedRole(
        String code,
        String vi,
        String en,
        String purposeVi,
        String purposeEn,
        @Nullable String legalRef,
        String confidence,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> grantedBy,
        List<String> lines,
        List<DefinedPermission> permissions) {
    private static final Comparator<LocalDate> OPEN_FIRST = nullsFirst(naturalOrder());
    private static final Comparator<RolePermissionState> ORDER =
            comparing(RolePermissionState::permission).thenComparing(RolePermissionState::validFrom, OPEN_FIRST);

    /** A permission as the file says it; reach SUBTREE unless it says PROVINCE, as long as the role unless it says less. */
    record DefinedPermission(
            String permission,
            @Nullable String reach,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    // what the file leaves out
    @SuppressWarnings("ConstantValue")
    DefinedRole {
        grantedBy = grantedBy == null ? List.of() : List.copyOf(grantedBy);
        lines = lines == null ? List.of() : List.copyOf(lines);
        permissions = permissions == null ? List.of() : List.copyOf(permissions);
    }

    static DefinedRole of(RoleView view) {
        return new DefinedRole(
                        view.code(),
                        view.label().vi(),
                        view.label().en(),
                        view.purpose().vi(),
                        view.purpose().en(),
                        view.legalRef(),
                        view.confidence().name(),
                        view.validFrom(),
                        view.validTo(),
                        view.grantedBy(),
                        view.lines(),
                        view.permissions().stream()
                                .map(each -> new DefinedPermission(
                                        each.permission(), each.reach(), each.validFrom(), each.validTo()))
                                .toList())
                .inOrder();
    }

    /** As it stands in the database: every permission with its reach and its days, in one order. */
    DefinedRole inOrder() {
        return new DefinedRole(
                code,
                vi,
                en,
                purposeVi,
                purposeEn,
                legalRef,
                confidence,
                validFrom,
                validTo,
                grantedBy,
                lines,
                states().stream()
                        .map(each -> new DefinedPermission(
                                each.permission(), each.reach(), each.validFrom(), each.validTo()))
                        .toList());
    }

    /** What the other services are told: who holds the role may do this, on these days. */
    RoleState state(UUID id) {
        return new RoleState(id, code, vi, en, states());
    }

    private List<RolePermissionState> states() {
        return permissions.stream()
                .map(each -> new RolePermissionState(
                        each.permission(),
                        each.reach() == null ? "SUBTREE" : each.reach(),
                        later(each.validFrom(), validFrom),
                        earlier(each.validTo(), validTo)))
                .sorted(ORDER)
                .toList();
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return OPEN_FIRST.compare(one, other) >= 0 ? one : other;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
