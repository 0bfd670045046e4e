package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A person entered the register. */
@Meaning(value = "Đã ghi nhận cá nhân", en = "A person entered the register.")
@Contract(type = "vn.lantoa.units.person.registered.v1", topic = Topic.PERSON)
public record PersonRegistered(UUID subject, Act change, PersonState state) implements PersonEvent {}
