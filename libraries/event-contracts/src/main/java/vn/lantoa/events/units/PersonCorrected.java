package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The record of a person was corrected. */
@Meaning(value = "Đã sửa hồ sơ cá nhân", en = "The record of a person was corrected.")
@Contract(type = "vn.lantoa.units.person.corrected.v1", topic = Topic.PERSON)
public record PersonCorrected(UUID subject, Act change, PersonState state) implements PersonEvent {}
