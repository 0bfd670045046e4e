package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A registration went back with a reason. */
@Meaning(value = "Đăng ký bị trả lại", en = "A registration went back with a reason.")
@Contract(type = "vn.lantoa.campaigns.registration.returned.v1", topic = Topic.REGISTRATION)
public record RegistrationReturned(UUID subject, Act change, RegistrationState state) implements RegistrationEvent {}
