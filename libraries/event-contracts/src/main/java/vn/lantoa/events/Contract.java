package vn.lantoa.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the CloudEvents type and the topic of an event record. Within a version the record only grows. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Contract {
    /** CloudEvents type, {@code vn.lantoa.<service>.<aggregate>.<past-tense>.v1}. */
    String type();

    /** Where it travels. */
    Topic topic();
}
