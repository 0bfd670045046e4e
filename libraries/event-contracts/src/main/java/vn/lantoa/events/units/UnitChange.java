package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** The act that changed a unit, the day it takes effect and the legal document behind it. */
@Meaning(
        value = "Thay đổi của đơn vị",
        en = "The act that changed a unit, the day it takes effect and the legal document behind it.")
public record UnitChange(
        @Meaning(value = "Hành vi", en = "The act") String act,

        @Meaning(value = "Ngày có hiệu lực", en = "Day it takes effect") @Nullable
        LocalDate effectiveOn,

        @Meaning(value = "Đợt sắp xếp", en = "The reorganisation") @Nullable
        UUID reorganisation,

        @Meaning(value = "Văn bản làm căn cứ", en = "Legal document behind it") @Nullable
        String document) {}
