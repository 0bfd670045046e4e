package vn.lantoa.units.transfer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which transfers are asked for. */
public class TransferFilter {
    @QueryParam("direction")
    @Parameter(
            description =
                    "TO: into the caller's units (incoming), FROM: out of them (outgoing); both unless given. With unit: of that unit")
    public @Nullable TransferSide direction;

    @QueryParam("unit")
    @Parameter(description = "Only those for which this unit stands or stood on one of the sides")
    public @Nullable UUID unit;

    @QueryParam("person")
    @Parameter(description = "Only those of this person")
    public @Nullable UUID person;

    @QueryParam("status")
    @Parameter(description = "Only those that stand so")
    public @Nullable TransferStatus status;

    @QueryParam("awaiting")
    @DefaultValue("false")
    @Parameter(description = "Only those that wait for the answer of a unit within the caller's reach")
    public boolean awaiting;
}
