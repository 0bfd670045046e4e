package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lantoa.events.Meaning;

/** A reorganisation by one legal document on one effective date. */
@Meaning(value = "Đợt sắp xếp tổ chức", en = "A reorganisation by one legal document on one effective date.")
public record ReorganisationState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Số văn bản", en = "Number of the legal document")
        String documentNumber,

        @Meaning(value = "Cơ quan ban hành", en = "Issuing body")
        String issuedBy,

        @Meaning(value = "Ngày có hiệu lực", en = "Day it takes effect")
        LocalDate effectiveOn,

        @Meaning(
                value = "Trạng thái",
                en = "Status",
                codes = {"DRAFT", "ENACTED", "DROPPED"})
        String status,

        @Meaning(value = "Đơn vị kết thúc", en = "Units that end")
        List<UUID> ending,

        @Meaning(value = "Đơn vị bắt đầu", en = "Units that begin")
        List<UUID> beginning) {}
