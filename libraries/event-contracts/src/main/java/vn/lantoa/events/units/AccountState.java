package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** An OIDC account (issuer, subject) of a person in one period. */
@Meaning(value = "Tài khoản của cá nhân", en = "An OIDC account (issuer, subject) of a person in one period.")
public record AccountState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,
        @Meaning(value = "Cá nhân", en = "The person") UUID person,

        @Meaning(value = "Nơi cấp tài khoản", en = "OIDC issuer")
        String issuer,

        @Meaning(value = "Tên tài khoản tại nơi cấp", en = "Subject at the issuer")
        String subject,

        @Meaning(value = "Từ ngày; trống: từ trước đến nay", en = "First day; absent: always") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo) {}
