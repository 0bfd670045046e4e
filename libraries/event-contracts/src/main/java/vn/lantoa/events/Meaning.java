package vn.lantoa.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a contract or its field means, for readers of the published schemas: in Vietnamese, then in English. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Meaning {
    /** In Vietnamese. */
    String value();

    /** In English. */
    String en();

    /** The only codes that the field takes within this version; empty: free, or a code list that grows. */
    String[] codes() default {};
}
