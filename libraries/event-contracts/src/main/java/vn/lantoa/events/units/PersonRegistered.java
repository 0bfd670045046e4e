package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Topic;

/** A person entered the register. */
@Contract(type = "vn.lantoa.units.person.registered.v1", topic = Topic.PERSON)
public record PersonRegistered(UUID subject, Act change, PersonState state) implements PersonEvent {}
