package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A registration was reviewed: what is done, undone, and the remedy. */
@Meaning(value = "Đăng ký đã được rà soát", en = "A registration was reviewed: what is done, undone, and the remedy.")
@Contract(type = "vn.lantoa.campaigns.registration.reviewed.v1", topic = Topic.REGISTRATION)
public record RegistrationReviewed(UUID subject, Act change, RegistrationState state) implements RegistrationEvent {}
