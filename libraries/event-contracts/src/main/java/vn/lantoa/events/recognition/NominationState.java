package vn.lantoa.events.recognition;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** A unit or a person of a unit is proposed for an award and a year. */
@Meaning(value = "Hồ sơ đề nghị khen thưởng", en = "A unit or a person of a unit is proposed for an award and a year.")
public record NominationState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Mã danh hiệu, hình thức khen thưởng", en = "Award type, a code of the catalogue")
        String awardType,

        @Meaning(
                value = "Cá nhân được đề nghị; trống: tập thể hoặc không công bố tên",
                en = "The person; absent: the unit itself, or a name that is not published")
        @Nullable
        UUID person,

        @Meaning(value = "Tập thể, hoặc đơn vị của cá nhân", en = "The unit, or the unit of the person")
        UUID unit,

        @Meaning(value = "Đơn vị trình", en = "Proposing unit")
        UUID proposingUnit,

        @Meaning(value = "Năm thi đua", en = "Year of achievement")
        int year,

        @Meaning(
                value = "Trạng thái",
                en = "Status",
                codes = {
                    "DRAFT",
                    "SUBMITTED",
                    "RECEIVED",
                    "RETURNED",
                    "REJECTED",
                    "ACCEPTED",
                    "VOTED_PASS",
                    "VOTED_FAIL",
                    "DECIDED",
                    "WITHDRAWN"
                })
        String status,

        @Meaning(
                value = "Kết quả đối chiếu điều kiện",
                en = "Verdict of the rules",
                codes = {"NOT_MET", "UNKNOWN", "MET"})
        @Nullable
        String verdict) {}
