package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** Another system that reads in its own name, and what it may read where. */
@Meaning(value = "Hệ thống kết nối", en = "Another system that reads in its own name, and what it may read where.")
public record MachineClientState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Tên hệ thống", en = "Name of the system")
        String name,

        @Meaning(value = "Nơi cấp tài khoản", en = "OIDC issuer")
        String issuer,

        @Meaning(value = "Tên tài khoản tại nơi cấp", en = "Subject at the issuer")
        String subject,

        @Meaning(value = "Từ ngày", en = "First day") LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này", en = "First day it no longer holds") @Nullable
        LocalDate validTo,

        @Meaning(value = "Các quyền được cấp", en = "What it was granted")
        List<MachineClientGrantState> grants) {}
