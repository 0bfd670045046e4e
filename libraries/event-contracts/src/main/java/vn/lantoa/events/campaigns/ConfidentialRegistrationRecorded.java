package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** A person registered at a unit of a confidential line, or the registration went on; told nowhere else. */
@Meaning(
        value = "Đăng ký của cá nhân tại đơn vị trên tuyến hạn chế được ghi hoặc thay đổi",
        en = "A person registered at a unit of a confidential line, or the registration went on; told nowhere else.")
@Contract(type = "vn.lantoa.campaigns.confidential-registration.recorded.v1", topic = Topic.CAMPAIGNS_RESTRICTED)
public record ConfidentialRegistrationRecorded(UUID subject, Act change, RegistrationState state)
        implements DomainEvent {}
