package vn.lantoa.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Posts as this service knows them: who could sign what, on which day. */
public interface Signers {
    /** The posts that a person holds on a day. */
    List<HeldPost> postsOf(UUID person, LocalDate day);

    /** A post held by a person at a unit. */
    record HeldPost(UUID unit, String title, String postGroup, boolean leading) {}
}
