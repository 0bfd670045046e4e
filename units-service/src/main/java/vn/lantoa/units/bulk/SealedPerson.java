package vn.lantoa.units.bulk;

import org.jspecify.annotations.Nullable;

/** What a row tells of a person that is kept encrypted only: under the key that the person is going to have. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedPerson(
        String keyId,
        byte[] key,
        byte @Nullable [] birthDate,
        byte @Nullable [] birthHash,
        byte @Nullable [] identityNumber,
        byte @Nullable [] identityHash) {}
