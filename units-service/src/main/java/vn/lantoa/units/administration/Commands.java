package vn.lantoa.units.administration;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.lantoa.units.person.SearchKeyRotation;

/** What can be said on the command line. */
class Commands implements QuarkusApplication {
    static final int DONE = 0;
    static final int MISUSED = 2;
    static final int ADMINISTRATOR_EXISTS = 3;
    static final int SAME_NUMBERS = 4;

    private static final Logger LOG = Logger.getLogger(Commands.class);
    private static final String FIRST_ADMINISTRATOR = "first-administrator";
    private static final String ROTATE_SEARCH_KEY = "rotate-search-key";

    private final FirstAdministrator firstAdministrator;
    private final SearchKeyRotation searchKey;

    Commands(FirstAdministrator firstAdministrator, SearchKeyRotation searchKey) {
        this.firstAdministrator = firstAdministrator;
        this.searchKey = searchKey;
    }

    @Override
    @ActivateRequestContext
    public int run(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.waitForExit();
            return DONE;
        }
        if (arguments.length == 1 && arguments[0].equals(ROTATE_SEARCH_KEY)) {
            return rotateSearchKey();
        }
        var options = options(arguments);
        if (!arguments[0].equals(FIRST_ADMINISTRATOR) || options.isEmpty()) {
            LOG.errorf(
                    "Usage: migrate, await-schema, export-audit FILE, retire-audit DAY EXPORT, rotate-master-key [BATCH], %s, or %s --issuer ISSUER --subject SUBJECT --name NAME",
                    ROTATE_SEARCH_KEY, FIRST_ADMINISTRATOR);
            return MISUSED;
        }
        var given = options.get();
        var appointed = firstAdministrator.appoint(given.issuer(), given.subject(), given.name());
        if (appointed.isPresent()) {
            LOG.infof("Person %s administers this installation", appointed.get());
            return DONE;
        }
        LOG.error("There is an administrator already: roles are granted over the API");
        return ADMINISTRATOR_EXISTS;
    }

    private int rotateSearchKey() {
        var outcome = searchKey.run(done -> LOG.infof("Persons hashed anew: %d", done));
        LOG.infof("Everybody is found under the present search key; %d were hashed anew", outcome.rehashed());
        if (outcome.sameNumber().isEmpty()) {
            return DONE;
        }
        LOG.errorf(
                "Their identity numbers are those of other records too: merge them, then run it again: %s",
                outcome.sameNumber());
        return SAME_NUMBERS;
    }

    private record Options(String issuer, String subject, String name) {}

    /** Exactly the three options, each with a value. */
    private static Optional<Options> options(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        var issuer = given.get("--issuer");
        var subject = given.get("--subject");
        var name = given.get("--name");
        if (arguments.length != 7 || issuer == null || subject == null || name == null) {
            return Optional.empty();
        }
        return Optional.of(new Options(issuer, subject, name));
    }
}
