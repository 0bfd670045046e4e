package vn.lantoa.recognition.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value of a code list. */
public record CodeValue(
        @Schema(examples = "HTXS") String code,
        @Schema(examples = "Hoàn thành xuất sắc nhiệm vụ") String vi,
        String en) {}
