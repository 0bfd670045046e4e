package vn.lantoa.events.units;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** An account was linked to a person. */
@Meaning(value = "Đã gắn tài khoản với cá nhân", en = "An account was linked to a person.")
@Contract(type = "vn.lantoa.units.account.linked.v1", topic = Topic.UNITS_RESTRICTED)
public record AccountLinked(UUID subject, Act change, AccountState state) implements AccountEvent {}
