package vn.lantoa.events.recognition;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** An award, its certificate and the decision behind it. Awards are never deleted. */
@Meaning(
        value = "Danh hiệu, hình thức khen thưởng đã trao",
        en = "An award, its certificate and the decision behind it. Awards are never deleted.")
public record AwardState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Mã danh hiệu, hình thức khen thưởng", en = "Award type, a code of the catalogue")
        String awardType,

        @Meaning(
                value = "Cá nhân được khen thưởng; trống: tập thể hoặc không công bố tên",
                en = "The person; absent: the unit itself, or a name that is not published")
        @Nullable
        UUID person,

        @Meaning(value = "Tập thể, hoặc đơn vị của cá nhân", en = "The unit, or the unit of the person")
        UUID unit,

        @Meaning(value = "Quyết định khen thưởng", en = "Decision behind it")
        UUID decision,

        @Meaning(value = "Năm thi đua", en = "Year of achievement")
        int year,

        @Meaning(value = "Ngày ký quyết định", en = "Day of signature")
        LocalDate decidedOn,

        @Meaning(value = "Số hiệu bằng, giấy", en = "Serial of the certificate")
        String certificateSerial,

        @Meaning(value = "Trạng thái", en = "Status", codes = "GRANTED")
        String status,

        @Meaning(value = "Là dữ liệu mẫu", en = "Sample data, not a real record")
        boolean sample) {}
