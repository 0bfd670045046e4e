package vn.lantoa.campaigns.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.campaigns.names.Names;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;

/** Shows single registrations. */
@ApplicationScoped
class RegistrationViews {
    private final DataSource database;
    private final Names names;

    RegistrationViews(DataSource database, Names names) {
        this.database = database;
        this.names = names;
    }

    RegistrationView show(Registration registration, LocalDate asOf) {
        return RegistrationView.of(
                registration,
                campaign(registration.campaign()),
                names.unit(registration.unit(), asOf),
                names.person(registration.person()),
                asOf);
    }

    private CampaignRef campaign(UUID id) {
        return Query.of("SELECT code, title FROM campaign WHERE id = ?", id)
                .first(database, row -> new CampaignRef(id, row.text("code"), row.text("title")))
                .orElseThrow(() -> new NotFound("campaign-not-found", id));
    }
}
