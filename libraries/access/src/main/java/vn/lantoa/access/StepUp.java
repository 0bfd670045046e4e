package vn.lantoa.access;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On resource methods of the gravest acts, such as signing: the token must come from a strong and recent log-in
 * ({@code lantoa.step-up.acr}, {@code lantoa.step-up.max-age}), or the answer is 401 with the challenge
 * {@code insufficient_user_authentication} of RFC 9470, which says what to ask the identity provider for.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface StepUp {}
