package vn.lantoa.campaigns.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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
import vn.lantoa.rest.Today;

/** What everybody may read, without a token. */
@Path("/public/campaigns")
@RunOnVirtualThread
@Tag(name = "Public", description = "Dành cho mọi người, không cần đăng nhập")
public class PublicCampaignResource {
    private final CampaignReads reads;
    private final Today today;

    PublicCampaignResource(CampaignReads reads, Today today) {
        this.reads = reads;
        this.today = today;
    }

    @GET
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Cache(maxAge = 60)
    @Operation(operationId = "listPublicCampaigns", summary = "Launched and closed campaigns, newest first")
    public Page<PublicCampaign> listPublicCampaigns(
            @QueryParam("q")
                    @Size(max = 100)
                    @Parameter(
                            description = "Words of the title or code, with or without diacritics",
                            example = "dan van kheo")
                    @Nullable
                    String q,
            @QueryParam("asOf") @Parameter(description = "Day whose names of units are shown; absent: today") @Nullable
                    LocalDate asOf,
            @BeanParam @Valid PageRequest page) {
        return reads.published(q, today.or(asOf), page);
    }
}
