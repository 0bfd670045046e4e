package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A registration was begun or its draft changed. */
@Meaning(value = "Đã soạn, sửa hoặc bỏ dự thảo đăng ký", en = "A registration was begun or its draft changed.")
@Contract(type = "vn.lantoa.campaigns.registration.drafted.v1", topic = Topic.REGISTRATION)
public record RegistrationDrafted(UUID subject, Act change, RegistrationState state) implements RegistrationEvent {}
