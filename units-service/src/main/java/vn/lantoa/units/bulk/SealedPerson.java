package vn.lantoa.units.bulk;

import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** What a row tells of a person that is kept encrypted only: under the key that the person is going to have. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedPerson(
        String keyId,
        byte[] key,
        @PersonalData("BIRTH_DATE") byte @Nullable [] birthDate,
        @PersonalData("BIRTH_DATE") byte @Nullable [] birthHash,
        @PersonalData("IDENTITY_NUMBER") byte @Nullable [] identityNumber,
        @PersonalData("IDENTITY_NUMBER") byte @Nullable [] identityHash) {}
