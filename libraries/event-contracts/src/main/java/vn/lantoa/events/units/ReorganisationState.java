package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                codes = {"DRAFT", "ENACTED", "ANNULLED", "DROPPED"})
        String status,

        @Meaning(value = "Đơn vị kết thúc", en = "Units that end")
        List<UUID> ending,

        @Meaning(value = "Đơn vị bắt đầu", en = "Units that begin")
        List<UUID> beginning,

        @Meaning(
                value = "Đơn vị tiếp tục nhưng đổi tên, mã, loại, cấp trên hoặc giao đi một phần",
                en = "Units that go on and change name, code, kind or parent, or cede a part")
        @Nullable
        List<UUID> changing,

        @Meaning(
                value = "Thứ tự của phần này; phần 0 là chính đợt sắp xếp",
                en = "Which part of its lists this is; 0 is the reorganisation itself")
        @Nullable
        Integer part) {
    /** One whose lists fit one event. */
    public ReorganisationState(
            UUID id,
            String documentNumber,
            String issuedBy,
            LocalDate effectiveOn,
            String status,
            List<UUID> ending,
            List<UUID> beginning) {
        this(id, documentNumber, issuedBy, effectiveOn, status, ending, beginning, List.of(), 0);
    }

    /** Records of before there were such units name none. */
    @Override
    public List<UUID> changing() {
        return changing == null ? List.of() : changing;
    }

    /** Records of before there were parts are whole. */
    @Override
    public Integer part() {
        return part == null ? 0 : part;
    }
}
