package vn.lantoa.events;

import java.time.Instant;
import java.util.UUID;

/** What the audit log of a service was at one moment, signed. A log only grows: whoever keeps a head can prove it later. */
@Meaning(
        value = "Niêm phong nhật ký kiểm toán của một dịch vụ tại một thời điểm",
        en = "What the audit log of a service was at one moment, signed.")
public record AuditHeadState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Tên nhật ký", en = "Name of the log")
        String origin,

        @Meaning(value = "Số bản ghi", en = "How many entries it held")
        long size,

        @Meaning(value = "Gốc của cây băm (RFC 6962), base64", en = "Root of the tree of hashes (RFC 6962), base64")
        String root,

        @Meaning(value = "Thời điểm niêm phong", en = "When it was sealed")
        Instant sealedAt,

        @Meaning(
                value = "Toàn văn có chữ ký Ed25519, dạng checkpoint của C2SP",
                en = "The whole text with its Ed25519 signature, a checkpoint of C2SP")
        String note) {}
