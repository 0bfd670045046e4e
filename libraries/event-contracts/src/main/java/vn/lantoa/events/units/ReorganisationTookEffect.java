package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The effective day of an enacted reorganisation has come in the province; at once when it was enacted for a past day. */
@Meaning(
        value = "Đã đến ngày có hiệu lực của việc sắp xếp",
        en =
                "The effective day of an enacted reorganisation has come in the province; at once when it was enacted for a past day.")
@Contract(type = "vn.lantoa.units.reorganisation.took-effect.v1", topic = Topic.REORGANISATION)
public record ReorganisationTookEffect(UUID subject, Act change, ReorganisationState state)
        implements ReorganisationEvent {}
