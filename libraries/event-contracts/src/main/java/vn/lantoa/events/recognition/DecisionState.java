package vn.lantoa.events.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** A decision of commendation: number, issuing unit, day of signature. */
@Meaning(value = "Quyết định khen thưởng", en = "A decision of commendation: number, issuing unit, day of signature.")
public record DecisionState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Số quyết định", en = "Number; absent until signed") @Nullable
        String number,

        @Meaning(value = "Đơn vị ban hành", en = "Issuing unit")
        UUID issuer,

        @Meaning(
                value = "Trạng thái",
                en = "Status",
                codes = {"DRAFT", "SIGNED"})
        String status,

        @Meaning(value = "Ngày ký", en = "Day of signature") @Nullable
        LocalDate signedOn,

        @Meaning(value = "Các hồ sơ được quyết định", en = "Nominations it decides")
        List<UUID> nominations,

        @Meaning(value = "Là dữ liệu mẫu", en = "Sample data, not a real record")
        boolean sample) {}
