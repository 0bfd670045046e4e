package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A registration counts. */
@Meaning(value = "Đăng ký đã được xác nhận", en = "A registration counts.")
@Contract(type = "vn.lantoa.campaigns.registration.confirmed.v1", topic = Topic.REGISTRATION)
public record RegistrationConfirmed(UUID subject, Act change, RegistrationState state) implements RegistrationEvent {}
