package vn.lantoa.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event in CloudEvents 1.0 structured JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "CloudEvents 1.0, JSON format")
public record EventView(
        @Schema(examples = "1.0") String specversion,
        UUID id,
        @Schema(examples = "/lantoa/units") String source,

        @Schema(examples = "vn.lantoa.units.unit.registered.v1")
        String type,

        UUID subject,
        Instant time,
        @Schema(examples = "application/json") String datacontenttype,

        @Schema(description = "Step of the aggregate, without a gap")
        long aggregateversion,

        @Nullable UUID causationid,
        @Nullable String traceparent,

        @Schema(description = "Said again, without a step of the aggregate") @Nullable
        Boolean announcement,

        @Schema(description = "Place in this feed; usable as `after`", examples = "4711")
        String sequence,

        @JsonRawValue @Schema(implementation = Object.class, description = "`change` and `state`")
        String data) {}
