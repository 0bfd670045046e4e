package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A merger was undone: the record stands for itself again. */
@Meaning(value = "Đã tách lại hồ sơ từng được gộp", en = "The merger was undone: the record stands for itself again.")
@Contract(type = "vn.lantoa.units.person.unmerged.v1", topic = Topic.PERSON)
public record PersonUnmerged(UUID subject, Act change, PersonState state) implements PersonEvent {}
