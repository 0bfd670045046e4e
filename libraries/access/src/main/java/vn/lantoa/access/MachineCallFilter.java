package vn.lantoa.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import vn.lantoa.rest.CurrentRequest;
import vn.lantoa.rest.RequestInfo;

/** Records each call of another system that got past its permissions, before anything is done. People are not recorded here. */
@Provider
@Priority(Priorities.USER)
public class MachineCallFilter implements ContainerRequestFilter {
    private final Caller caller;
    private final MachineCalls calls;
    private final CurrentRequest request;

    MachineCallFilter(Caller caller, MachineCalls calls, CurrentRequest request) {
        this.caller = caller;
        this.calls = calls;
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        caller.machineClient()
                .ifPresent(client -> calls.record(
                        client,
                        context.getMethod(),
                        context.getUriInfo().getPath(),
                        request.info().map(RequestInfo::requestId).orElse(null)));
    }
}
