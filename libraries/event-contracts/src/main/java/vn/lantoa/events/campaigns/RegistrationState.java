package vn.lantoa.events.campaigns;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** A unit or a person of a unit registers for a campaign and a year. {@code outcome} is what the review found. */
@Meaning(
        value = "Đăng ký thi đua",
        en = "A unit or a person of a unit registers for a campaign and a year. `outcome` is what the review found.")
public record RegistrationState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,
        @Meaning(value = "Phong trào", en = "The campaign") UUID campaign,

        @Meaning(
                value = "Đơn vị đăng ký, hoặc đơn vị của cá nhân",
                en = "The unit that registers, or the unit of the person")
        UUID unit,

        @Meaning(value = "Cá nhân đăng ký; trống: tập thể", en = "The person who registers; absent: the unit itself")
        @Nullable
        UUID person,

        @Meaning(value = "Năm thi đua", en = "Year of achievement")
        int year,

        @Meaning(
                value = "Trạng thái",
                en = "Status",
                codes = {"DRAFT", "SUBMITTED", "RETURNED", "CONFIRMED", "REVIEWED", "DISCARDED"})
        String status,

        @Meaning(value = "Danh hiệu phấn đấu", en = "Award types aimed at")
        List<String> titlesAimedAt,

        @Meaning(
                value = "Kết quả rà soát",
                en = "What the review found",
                codes = {"MET", "PARTLY", "NOT_MET"})
        @Nullable
        String outcome) {}
