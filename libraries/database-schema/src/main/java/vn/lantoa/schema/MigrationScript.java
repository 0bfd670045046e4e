package vn.lantoa.schema;

import java.io.Reader;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.resource.LoadableResource;

/** One file of SQL, named {@code V<version>__<what>.sql}. */
final class MigrationScript extends LoadableResource {
    private static final Pattern NAME = Pattern.compile("V([0-9]+)__[A-Za-z0-9_]+\\.sql");

    private final String name;
    private final String version;
    private final String text;

    MigrationScript(String name, String text) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException("Not a migration's name: " + name);
        }
        this.name = name;
        this.version = matcher.group(1);
        this.text = text;
    }

    String version() {
        return version;
    }

    @Override
    public Reader read() {
        return new StringReader(text);
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }

    @Override
    public String getAbsolutePath() {
        return MigrationScripts.FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }
}
