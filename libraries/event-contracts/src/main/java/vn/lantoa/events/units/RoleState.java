package vn.lantoa.events.units;

import java.util.List;
import java.util.UUID;

/** A role is a dated set of permissions. */
public record RoleState(UUID id, String code, String nameVi, String nameEn, List<RolePermissionState> permissions) {}
