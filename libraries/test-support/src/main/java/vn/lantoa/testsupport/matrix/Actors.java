package vn.lantoa.testsupport.matrix;

import java.time.Duration;
import java.util.Map;

/** Whoever calls: the tokens of roles at places. */
interface Actors {
    /** An account that holds no role. */
    String NOBODY = "NOBODY";

    String token(String role, Place place);

    /** Tokens that are none, by what is wrong with them. */
    Map<String, String> bad();

    /** Takes every right of all actors away. */
    void withdraw();

    /** By then a service knows that a right was taken away. */
    Duration known();
}
