package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** Person × role × unit subtree × line × period. No unit means the whole installation, no line means every line. */
@Meaning(
        value = "Việc giao vai trò",
        en =
                "Person × role × unit subtree × line × period. No unit means the whole installation, no line means every line.")
public record RoleGrantState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,
        @Meaning(value = "Cá nhân", en = "The person") UUID person,

        @Meaning(value = "Mã vai trò", en = "Code of the role")
        String role,

        @Meaning(
                value = "Đơn vị và cấp dưới; trống: toàn hệ thống",
                en = "The unit and what stands under it; absent: everywhere")
        @Nullable
        UUID unit,

        @Meaning(value = "Tuyến tổ chức; trống: mọi tuyến", en = "Line of the hierarchy; absent: every line") @Nullable
        String line,

        @Meaning(value = "Từ ngày; trống: từ trước đến nay", en = "First day; absent: always") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo,

        @Meaning(value = "Văn bản làm căn cứ", en = "Legal document behind it") @Nullable
        String document,

        @Meaning(value = "Chức vụ mà vai trò gắn theo", en = "The post that it ends with") @Nullable
        UUID post,

        @Meaning(
                value = "Nối tiếp việc giao vai trò ở đơn vị cũ sau sắp xếp",
                en = "The grant over a former unit that it goes on from")
        @Nullable
        UUID succeeds,

        @Meaning(value = "Ủy quyền từ việc giao vai trò này", en = "The grant that it is delegated from") @Nullable
        UUID delegationOf,

        @Meaning(value = "Thay mặt cá nhân này", en = "The person on whose behalf it is used") @Nullable
        UUID onBehalfOf) {
    /** A grant of its own: bound to no post, following none, delegated by nobody. */
    public RoleGrantState(
            UUID id,
            UUID person,
            String role,
            @Nullable UUID unit,
            @Nullable String line,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String document) {
        this(id, person, role, unit, line, validFrom, validTo, document, null, null, null, null);
    }
}
