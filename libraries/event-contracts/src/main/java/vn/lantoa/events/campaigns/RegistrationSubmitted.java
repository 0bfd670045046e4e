package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A registration waits for confirmation. */
@Meaning(value = "Đã gửi đăng ký", en = "A registration waits for confirmation.")
@Contract(type = "vn.lantoa.campaigns.registration.submitted.v1", topic = Topic.REGISTRATION)
public record RegistrationSubmitted(UUID subject, Act change, RegistrationState state) implements RegistrationEvent {}
