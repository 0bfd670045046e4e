package vn.lantoa.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which things a caller reaches by an operation; beside the security annotation on every resource method. A service without it
 * on each does not start. It is what docs/access.md, the contract ({@code x-lantoa-access}) and the access matrix are made
 * from: it says what the method does, it does not do it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Scoped {
    /** How far the right must reach. */
    Covers value();

    /** What becomes of things out of reach; without meaning where everything is within it. */
    Outside outside() default Outside.FORBIDDEN;

    /** The permission that is asked inside, where the endpoint itself asks for an account only. */
    String permission() default "";

    /** Whether, whatever the grants, what is the caller's own is within reach too. */
    boolean own() default false;

    /** Whether it is refused (503 {@code rights-stale}) when the rights known here are older than 60 s. */
    boolean fresh() default false;
}
