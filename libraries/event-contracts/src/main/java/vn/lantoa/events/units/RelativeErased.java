package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The declaration of a relative was removed, since one of both was erased. */
@Meaning(
        value = "Việc khai báo người thân đã bị xóa cùng dữ liệu của một trong hai người",
        en = "The declaration of a relative was removed, since one of both was erased.")
@Contract(type = "vn.lantoa.units.relative.erased.v1", topic = Topic.UNITS_RESTRICTED)
public record RelativeErased(UUID subject, Act change, RelativeState state) implements RelativeEvent {}
