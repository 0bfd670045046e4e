package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The working-day calendar of a year was entered or changed. */
@Meaning(
        value = "Đã ghi nhận hoặc sửa lịch ngày làm việc của một năm",
        en = "The working-day calendar of a year was entered or changed.")
@Contract(type = "vn.lantoa.units.calendar.decided.v1", topic = Topic.CALENDAR)
public record CalendarDecided(UUID subject, Act change, CalendarState state) implements CalendarEvent {}
