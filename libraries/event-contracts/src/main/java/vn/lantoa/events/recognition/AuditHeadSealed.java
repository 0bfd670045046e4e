package vn.lantoa.events.recognition;

import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.AuditHeadState;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.Meaning;
import vn.lantoa.events.Topic;

/** The audit log of recognition-service was sealed. */
@Meaning(value = "Nhật ký kiểm toán đã được niêm phong", en = "The audit log of recognition-service was sealed.")
@Contract(type = "vn.lantoa.recognition.audit-head.sealed.v1", topic = Topic.RECOGNITION_AUDIT)
public record AuditHeadSealed(UUID subject, Act change, AuditHeadState state) implements DomainEvent {}
