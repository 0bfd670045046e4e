package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** A person belongs to a unit on a line in a period: as to the own unit, or lent to another for a while. */
@Meaning(
        value = "Cá nhân thuộc đơn vị trên một tuyến, trong một thời gian",
        en = "A person belongs to a unit on a line in a period: as to the own unit, or lent to another for a while.")
public record MembershipState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,
        @Meaning(value = "Cá nhân", en = "The person") UUID person,
        @Meaning(value = "Đơn vị", en = "The unit") UUID unit,

        @Meaning(value = "Tuyến tổ chức", en = "Line of the hierarchy")
        String line,

        @Meaning(
                value = "Loại: chính hoặc biệt phái",
                en = "Kind: to the own unit, or seconded to another",
                codes = {"PRIMARY", "SECONDMENT"})
        String kind,

        @Meaning(value = "Từ ngày; trống: từ trước đến nay", en = "First day; absent: always") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo) {}
