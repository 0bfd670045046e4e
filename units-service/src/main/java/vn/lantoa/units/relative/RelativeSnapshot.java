package vn.lantoa.units.relative;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** What the trail keeps of a declaration: who is whose relative only under the key of whose declaration it is. */
record RelativeSnapshot(
        @Personal @PersonalData("RELATIVE") UUID relative,

        @Personal @PersonalData("RELATIVE") String kind,

        LocalDate validFrom,
        @Nullable LocalDate validTo,

        @Personal @PersonalData("RELATIVE") @Nullable String reason) {}
