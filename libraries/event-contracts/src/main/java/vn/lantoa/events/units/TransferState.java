package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** A person is to go over from one unit to another on a day, as the two units agree. */
@Meaning(
        value = "Điều chuyển cá nhân giữa hai đơn vị",
        en = "A person is to go over from one unit to another on a day, as the two units agree.")
public record TransferState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,
        @Meaning(value = "Cá nhân", en = "The person") UUID person,

        @Meaning(value = "Tuyến tổ chức", en = "Line of the hierarchy")
        String line,

        @Meaning(value = "Đơn vị đi", en = "The unit left") UUID from,

        @Meaning(value = "Đơn vị đến", en = "The unit joined")
        UUID to,

        @Meaning(value = "Ngày chuyển", en = "First day at the unit joined")
        LocalDate effectiveOn,

        @Meaning(
                value = "Bên đề nghị",
                en = "The side that proposed it",
                codes = {"FROM", "TO"})
        String proposedBy,

        @Meaning(
                value = "Trạng thái",
                en = "Status",
                codes = {"PROPOSED", "ACCEPTED", "DECLINED", "WITHDRAWN"})
        String status,

        @Meaning(value = "Văn bản làm căn cứ", en = "Legal document behind it") @Nullable
        String document) {}
