package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Meaning;

/** A hierarchy that units stand on. */
@Meaning(value = "Một tuyến tổ chức", en = "A hierarchy that units stand on.")
public record LineState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Mã tuyến", en = "Code of the line")
        String code,

        @Meaning(value = "Tên tiếng Việt", en = "Vietnamese name")
        String nameVi,

        @Meaning(value = "Tên tiếng Anh", en = "English name")
        String nameEn,

        @Meaning(
                value = "Ai thuộc đơn vị trên tuyến này chỉ những người phụ trách theo chính tuyến ấy được biết",
                en = "Who belongs to units of this line is known only to those whose rights reach along it")
        boolean confidential) {}
