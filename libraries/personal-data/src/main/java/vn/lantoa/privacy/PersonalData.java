package vn.lantoa.privacy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a record component holds personal data, and of which class. What a class is for, on what law it rests, how long it
 * is kept and who sees it stands in {@code META-INF/lantoa/personal-data.yaml}; docs/personal-data.md is made from both.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PersonalData {
    /** A code of the file. */
    String value();
}
