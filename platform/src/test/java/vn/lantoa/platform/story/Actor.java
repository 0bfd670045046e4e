package vn.lantoa.platform.story;

import java.util.UUID;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.campaigns.api.CampaignsApi;
import vn.lantoa.client.campaigns.api.RegistrationsApi;
import vn.lantoa.client.campaigns.api.ResponsesApi;
import vn.lantoa.client.campaigns.api.ReviewsApi;
import vn.lantoa.client.recognition.api.AwardsApi;
import vn.lantoa.client.recognition.api.DecisionsApi;
import vn.lantoa.client.recognition.api.FactsApi;
import vn.lantoa.client.recognition.api.NominationsApi;
import vn.lantoa.client.recognition.api.PublicApi;
import vn.lantoa.client.units.api.AccessApi;
import vn.lantoa.client.units.api.PersonsApi;
import vn.lantoa.client.units.api.ReorganisationsApi;
import vn.lantoa.client.units.api.UnitsApi;

/** Somebody who talks to the services through the generated client. */
record Actor(LanToa lantoa) {
    UnitsApi units() {
        return new UnitsApi(lantoa.units());
    }

    PersonsApi persons() {
        return new PersonsApi(lantoa.units());
    }

    AccessApi access() {
        return new AccessApi(lantoa.units());
    }

    ReorganisationsApi reorganisations() {
        return new ReorganisationsApi(lantoa.units());
    }

    CampaignsApi campaigns() {
        return new CampaignsApi(lantoa.campaigns());
    }

    ResponsesApi responses() {
        return new ResponsesApi(lantoa.campaigns());
    }

    RegistrationsApi registrations() {
        return new RegistrationsApi(lantoa.campaigns());
    }

    ReviewsApi reviews() {
        return new ReviewsApi(lantoa.campaigns());
    }

    NominationsApi nominations() {
        return new NominationsApi(lantoa.recognition());
    }

    DecisionsApi decisions() {
        return new DecisionsApi(lantoa.recognition());
    }

    FactsApi facts() {
        return new FactsApi(lantoa.recognition());
    }

    AwardsApi awards() {
        return new AwardsApi(lantoa.recognition());
    }

    PublicApi certificates() {
        return new PublicApi(lantoa.recognition());
    }

    /** The version a nomination has now, as {@code If-Match} names it. */
    String nominationNow(UUID id) {
        return LanToa.version(nominations().getNomination(id, null).getVersion());
    }

    /** The version a registration has now, as {@code If-Match} names it. */
    String registrationNow(UUID id) {
        return LanToa.version(registrations().getRegistration(id, null, null).getVersion());
    }

    /** The version a campaign has now, as {@code If-Match} names it. */
    String campaignNow(UUID id) {
        return LanToa.version(campaigns().getCampaign(id, null, null).getVersion());
    }
}
