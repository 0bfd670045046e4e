package vn.lantoa.rest;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every POST resource method, beside {@code @Transactional}: honours {@code Idempotency-Key} inside the transaction of
 * the effect. The key row is inserted first (a concurrent twin waits at most 2 s, then 409 {@code request-in-progress}
 * with Retry-After), the answer is stored before commit, a repetition within 24 h is answered from the store byte by
 * byte, the same key with another body is 422 {@code idempotency-key-reused}. Refusals roll back and are not kept.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
