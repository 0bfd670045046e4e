package vn.lantoa.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.postgresql.util.PSQLException;

/** What every service's database keeps to. */
public final class DatabaseRules {

    private static final String CONSTRAINTS = "META-INF/lantoa/constraints.properties";

    private static final String NAMES = """
            select c.conname as name
            from pg_constraint c
            join pg_class t on t.oid = c.conrelid
            join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = 'public' and c.contype in ('p', 'f', 'u', 'x', 'c')
              and c.conparentid = 0 and not t.relispartition and t.relname not like 'flyway%'
            union
            select i.relname
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = 'public' and x.indisunique and not t.relispartition and t.relname not like 'flyway%'
              and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid)
            """;

    private static final String DANGEROUS_RIGHTS = """
            select c.relname || ' is owned by ' || pg_get_userbyid(c.relowner)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and pg_get_userbyid(c.relowner) like '%\\_app'
            """;

    private DatabaseRules() {}

    /** A constraint or unique index without a problem code would reach the client as an unexplained error. */
    public static void assertEveryConstraintIsMapped(DataSource database) {
        SortedSet<String> unmapped = query(database, NAMES);
        Assertions.assertThat(unmapped)
                .as("constraints of the public schema; no schema, no rule")
                .isNotEmpty();
        unmapped.removeAll(mapped());
        Assertions.assertThat(unmapped)
                .as("constraints and unique indexes missing in " + CONSTRAINTS)
                .isEmpty();
    }

    /** The runtime role owns nothing, so that it cannot change the schema or give itself rights. */
    public static void assertRuntimeRoleOwnsNothing(DataSource database) {
        Assertions.assertThat(query(database, DANGEROUS_RIGHTS)).isEmpty();
    }

    /** The runtime role of one service cannot connect to the database of another. */
    public static void assertRuntimeRoleReachesNoOther(String service, String other) {
        var own = SharedServices.postgres(service);
        SharedServices.postgres(other);
        var url = Objects.requireNonNull(own.get("LANTOA_DB_URL")).replace("/" + service, "/" + other);
        Assertions.assertThatThrownBy(() -> DriverManager.getConnection(
                                url, own.get("LANTOA_DB_APP_USER"), own.get("LANTOA_DB_APP_PASSWORD"))
                        .close())
                .isInstanceOf(PSQLException.class);
    }

    private static SortedSet<String> mapped() {
        SortedSet<String> names = new TreeSet<>();
        try {
            var files = Thread.currentThread().getContextClassLoader().getResources(CONSTRAINTS);
            while (files.hasMoreElements()) {
                Properties properties = new Properties();
                try (InputStream file = files.nextElement().openStream()) {
                    properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                }
                names.addAll(properties.stringPropertyNames());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static SortedSet<String> query(DataSource database, String sql) {
        SortedSet<String> found = new TreeSet<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
