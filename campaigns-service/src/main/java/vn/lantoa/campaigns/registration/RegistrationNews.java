package vn.lantoa.campaigns.registration;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.campaigns.ConfidentialRegistrationRecorded;
import vn.lantoa.events.campaigns.RegistrationEvent;
import vn.lantoa.knownunits.ConfidentialUnits;

/** What others hear of a registration: that somebody belongs to a unit of a confidential line, only on the restricted topic. */
@ApplicationScoped
class RegistrationNews {
    private final ConfidentialUnits confidential;

    RegistrationNews(ConfidentialUnits confidential) {
        this.confidential = confidential;
    }

    DomainEvent of(RegistrationEvent event) {
        var state = event.state();
        return state.person() != null && confidential.contains(state.unit())
                ? new ConfidentialRegistrationRecorded(event.subject(), (Act) event.change(), state)
                : event;
    }
}
