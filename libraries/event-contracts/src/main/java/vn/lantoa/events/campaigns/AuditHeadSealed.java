package vn.lantoa.events.campaigns;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.AuditHeadState;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The audit log of campaigns-service was sealed. */
@Meaning(value = "Nhật ký kiểm toán đã được niêm phong", en = "The audit log of campaigns-service was sealed.")
@Contract(type = "vn.lantoa.campaigns.audit-head.sealed.v1", topic = Topic.CAMPAIGNS_AUDIT)
public record AuditHeadSealed(UUID subject, Act change, AuditHeadState state) implements DomainEvent {}
