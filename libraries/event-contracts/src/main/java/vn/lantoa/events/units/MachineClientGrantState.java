package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** One permission of a machine client over a subtree, on one line or all, in one period. */
@Meaning(
        value = "Quyền của hệ thống kết nối",
        en = "One permission of a machine client over a subtree, on one line or all, in one period.")
public record MachineClientGrantState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,
        @Meaning(value = "Quyền", en = "Permission") String permission,

        @Meaning(value = "Đơn vị; trống: toàn tỉnh", en = "Top of the subtree; absent: everywhere") @Nullable
        UUID unit,

        @Meaning(value = "Hệ thống tổ chức; trống: mọi hệ thống", en = "Line; absent: every line") @Nullable
        String line,

        @Meaning(value = "Từ ngày", en = "First day") LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo) {}
