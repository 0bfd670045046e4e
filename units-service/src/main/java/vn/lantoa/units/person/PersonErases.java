package vn.lantoa.units.person;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired in the transaction in which a person is erased: what others hold of them goes too.
 *
 * @param person the record that stands
 */
public record PersonErases(UUID person, Instant at) {}
