package vn.lantoa.events.campaigns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** A campaign: who launches it (level CENTRAL, PROVINCE or UNIT and the organising unit), for which period, on which basis. */
@Meaning(
        value = "Phong trào thi đua",
        en =
                "A campaign: who launches it (level CENTRAL, PROVINCE or UNIT and the organising unit), for which period, on which basis.")
public record CampaignState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Số hiệu phong trào", en = "Code of the campaign")
        String code,

        @Meaning(value = "Tên phong trào", en = "Title") String title,

        @Meaning(value = "Loại (danh mục campaign-kinds)", en = "Kind (code list campaign-kinds)")
        String kind,

        @Meaning(
                value = "Cấp phát động",
                en = "Who launches it",
                codes = {"CENTRAL", "PROVINCE", "UNIT"})
        String launchLevel,

        @Meaning(value = "Đơn vị tổ chức", en = "Organising unit")
        UUID organiser,

        @Meaning(
                value = "Trạng thái",
                en = "Status",
                codes = {"DRAFT", "SUBMITTED", "APPROVED", "LAUNCHED", "CLOSED", "DISCARDED"})
        String status,

        @Meaning(value = "Ngày bắt đầu", en = "First day") @Nullable
        LocalDate startsOn,

        @Meaning(value = "Ngày kết thúc", en = "Last day") @Nullable
        LocalDate endsOn,

        @Meaning(value = "Căn cứ", en = "Documents it rests on")
        List<String> basis,

        @Meaning(value = "Là dữ liệu mẫu", en = "Sample data, not a real record")
        boolean sample) {}
