package vn.lantoa.testsupport.matrix;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What a service lays out for its matrix. */
public interface AccessWorld {
    /** Where the access tables are. */
    DataSource database();

    /** {@code /api/campaigns/v1}. */
    String base();

    /** The unit of a grant there; null where there is none such. ENDED and TOMORROW are those of OWN. */
    @Nullable
    UUID unit(Place place);

    /** A line on which the unit does not stand. */
    default String otherLine() {
        return "PARTY";
    }

    /** The first of those at a path is the plain one. */
    List<Thing> things();

    /** What examples of bodies say of the unit and of what there is, by the names of fields. */
    Map<String, Object> fields();

    /** What narrows a list or a file down to the unit, by operation. */
    Map<String, String> queries();

    /** Which thing a list tells of, by operation: its path. */
    Map<String, String> lists();

    /** Operations whose scope does not follow from their row alone, and the class of the test that shows it. */
    Map<String, String> elsewhere();

    /** Whether what can be made in this world is made. */
    default boolean makes() {
        return true;
    }

    /** What another system may be granted, and with what the installation lists beyond that. */
    BiPredicate<String, Set<String>> ofMachines();
}
