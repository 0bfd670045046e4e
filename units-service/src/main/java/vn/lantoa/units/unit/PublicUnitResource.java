package vn.lantoa.units.unit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Units that exist today, for anybody. */
@Path("/public/units")
@Tag(name = "public")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PublicUnitResource {
    private final UnitList list;
    private final Clock clock;

    PublicUnitResource(UnitList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Cache(maxAge = 300)
    @Operation(operationId = "listPublicUnits", summary = "Units that exist today: names and kinds")
    public Page<PublicUnit> list(
            @QueryParam("q")
                    @Size(min = 1, max = 200)
                    @Parameter(
                            description =
                                    "Part of a name, with or without diacritics. Under three letters: the beginning of a word",
                            example = "minh khai")
                    @Nullable
                    String q,
            @QueryParam("kind") @Pattern(regexp = Codes.CODE) @Parameter(example = "COMMUNE") @Nullable String kind,
            @BeanParam @Valid PageRequest page) {
        return list.published(q, kind, LocalDate.now(clock), page);
    }
}
