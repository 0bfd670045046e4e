package vn.lantoa.access.token;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.StepUp;

/** Before the transaction and before a kept answer is given again: a weak token learns nothing by repeating a request. */
@StepUp
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
class StepUpInterceptor {
    private final StrongLogIn logIn;

    StepUpInterceptor(StrongLogIn logIn) {
        this.logIn = logIn;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        logIn.require();
        return call.proceed();
    }
}
