package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A reorganisation was enacted: its facts are dated and final. */
@Meaning(value = "Việc sắp xếp đã có hiệu lực", en = "A reorganisation was enacted: its facts are dated and final.")
@Contract(type = "vn.lantoa.units.reorganisation.enacted.v1", topic = Topic.REORGANISATION)
public record ReorganisationEnacted(UUID subject, Act change, ReorganisationState state)
        implements ReorganisationEvent {}
