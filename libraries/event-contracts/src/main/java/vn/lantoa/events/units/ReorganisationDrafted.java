package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Topic;

/** A reorganisation was drafted or its draft changed. */
@Contract(type = "vn.lantoa.units.reorganisation.drafted.v1", topic = Topic.REORGANISATION)
public record ReorganisationDrafted(UUID subject, Act change, ReorganisationState state)
        implements ReorganisationEvent {}
