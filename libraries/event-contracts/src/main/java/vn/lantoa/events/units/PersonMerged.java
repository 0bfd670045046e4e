package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The record of a person was merged into another one; it keeps its id and points there. */
@Meaning(
        value = "Hồ sơ đã được gộp vào hồ sơ khác của cùng một người",
        en = "The record was merged into another one of the same person.")
@Contract(type = "vn.lantoa.units.person.merged.v1", topic = Topic.PERSON)
public record PersonMerged(UUID subject, Act change, PersonState state) implements PersonEvent {}
