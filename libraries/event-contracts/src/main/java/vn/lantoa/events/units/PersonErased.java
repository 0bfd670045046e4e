package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** What was sealed of a person is gone; the id and what award history needs stay. */
@Meaning(
        value = "Đã xóa dữ liệu nhạy cảm của cá nhân",
        en = "Birth date, identity number and what else was sealed are gone; the id and the name stay.")
@Contract(type = "vn.lantoa.units.person.erased.v1", topic = Topic.PERSON)
public record PersonErased(UUID subject, Act change, PersonState state) implements PersonEvent {}
