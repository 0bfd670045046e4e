package vn.lantoa.events.campaigns;

import java.time.LocalDate;
import java.util.UUID;
import vn.lantoa.events.Meaning;

/** A unit takes up a campaign with targets of its own. */
@Meaning(value = "Hưởng ứng phong trào", en = "A unit takes up a campaign with targets of its own.")
public record ResponseState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,
        @Meaning(value = "Phong trào", en = "The campaign") UUID campaign,
        @Meaning(value = "Đơn vị", en = "The unit") UUID unit,

        @Meaning(value = "Ngày hưởng ứng", en = "Day of the response")
        LocalDate respondedOn,

        @Meaning(value = "Số chỉ tiêu", en = "Number of targets")
        int targets) {}
