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
        String document) {}
