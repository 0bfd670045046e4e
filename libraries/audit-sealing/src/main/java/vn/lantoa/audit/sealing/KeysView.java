package vn.lantoa.audit.sealing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All keys of the log, the newest first. */
@Schema(name = "AuditKeysView")
public record KeysView(
        @Schema(description = "Name of the log in its heads", examples = "lantoa/units")
        String origin,

        List<KeyView> keys) {}
