package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** An account got its last day. */
@Meaning(value = "Đã kết thúc tài khoản", en = "An account got its last day.")
@Contract(type = "vn.lantoa.units.account.unlinked.v1", topic = Topic.UNITS_RESTRICTED)
public record AccountUnlinked(UUID subject, Act change, AccountState state) implements AccountEvent {}
