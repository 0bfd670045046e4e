package vn.lantoa.units.line;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.rest.Versioned;
import vn.lantoa.units.codelist.Label;

/** A hierarchy of units and what it asks of the places on it. */
@Schema(description = "A hierarchy of units")
public record LineView(
        @Schema(examples = "ADMINISTRATIVE") String code,
        Label label,

        @Schema(description = "Posts, memberships and grants on it are confidential")
        boolean confidential,

        @Schema(description = "Whether only what the rules name may stand on it")
        boolean ruled,

        List<LineRule> rules,
        long version,
        Instant updatedAt)
        implements Versioned {}
