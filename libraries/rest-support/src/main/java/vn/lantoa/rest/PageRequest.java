package vn.lantoa.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The paging parameters of every list; take it as {@code @BeanParam @Valid}. */
public class PageRequest {
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "Rows on a page, 1–200")
    public int limit = 50;

    @QueryParam("cursor")
    @Parameter(description = "The `next` of the page before")
    public @Nullable String cursor;

    @QueryParam("total")
    @DefaultValue("false")
    @Parameter(description = "Count all rows too (slower)")
    public boolean total;
}
