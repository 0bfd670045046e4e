package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.InputStream;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.InstallationKeys;
import vn.lantoa.problems.FieldError;

/** Inside the transaction and behind validation: a refused body never touches the table of keys. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class IdempotencyInterceptor {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 64;

    private final CurrentRequest request;
    private final ClientName client;
    private final IdempotencyKeys keys;
    private final InstallationKeys installation;
    private final ObjectMapper mapper;
    private final CanonicalJson canonical;

    IdempotencyInterceptor(
            CurrentRequest request,
            ClientName client,
            IdempotencyKeys keys,
            InstallationKeys installation,
            ObjectMapper mapper,
            CanonicalJson canonical) {
        this.request = request;
        this.client = client;
        this.keys = keys;
        this.installation = installation;
        this.mapper = mapper;
        this.canonical = canonical;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        var body = RequestBody.of(call);
        if (!(body instanceof InputStream)) {
            request.context().ifPresent(SlowBodies::arrived);
        }
        var header = request.header(HEADER);
        if (header.isEmpty()) {
            return call.proceed();
        }
        var key = new IdempotencyKey(client.get(), request.operation(), checked(header.get()));
        var earlier = keys.claim(key, hash(body));
        if (earlier.isPresent()) {
            throw new RepeatedException(earlier.get());
        }
        var result = call.proceed();
        var answer = StoredAnswer.of(result, mapper);
        keys.complete(key, answer);
        return result instanceof RestResponse<?> response && response.hasEntity() ? answer.inPlaceOf(response) : result;
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new ProblemException(
                    Problem.invalidRequest(List.of(FieldError.at(HEADER, "idempotency-key", LONGEST_KEY))));
        }
        return key;
    }

    private byte[] hash(@Nullable Object body) throws JsonProcessingException {
        return installation.hash("lantoa idempotency requests", canonical.bytes(body));
    }
}
