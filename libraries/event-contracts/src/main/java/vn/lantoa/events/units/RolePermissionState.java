package vn.lantoa.events.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** One permission of a role in one period. Reach SUBTREE follows the grant, PROVINCE holds everywhere. */
@Meaning(
        value = "Quyền của vai trò",
        en = "One permission of a role in one period. Reach SUBTREE follows the grant, PROVINCE holds everywhere.")
public record RolePermissionState(
        @Meaning(value = "Quyền", en = "Permission") String permission,

        @Meaning(
                value = "Phạm vi: theo đơn vị được giao hoặc toàn tỉnh",
                en = "How far it reaches: as far as the grant, or the whole province",
                codes = {"SUBTREE", "PROVINCE"})
        String reach,

        @Meaning(value = "Từ ngày; trống: từ trước đến nay", en = "First day; absent: always") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo) {}
