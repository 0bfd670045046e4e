package vn.lantoa.recognition.decision;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of decisions may be narrowed to. */
public class DecisionFilter {
    @QueryParam("issuer")
    public @Nullable UUID issuer;

    @QueryParam("awardType")
    @Parameter(example = "P_GK")
    public @Nullable String awardType;

    @QueryParam("status")
    public @Nullable DecisionStatus status;

    @QueryParam("number")
    @Parameter(example = "125-QĐ/ĐUK")
    public @Nullable String number;
}
