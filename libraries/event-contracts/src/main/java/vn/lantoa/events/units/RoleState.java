package vn.lantoa.events.units;

import java.util.List;
import java.util.UUID;
import vn.lantoa.events.Meaning;

/** A role is a dated set of permissions. */
@Meaning(value = "Vai trò", en = "A role is a dated set of permissions.")
public record RoleState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Mã vai trò", en = "Code of the role")
        String code,

        @Meaning(value = "Tên tiếng Việt", en = "Name in Vietnamese")
        String nameVi,

        @Meaning(value = "Tên tiếng Anh", en = "Name in English")
        String nameEn,

        @Meaning(value = "Các quyền", en = "Its permissions")
        List<RolePermissionState> permissions) {}
