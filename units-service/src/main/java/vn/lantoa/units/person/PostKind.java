package vn.lantoa.units.person;

/** How a post is held: as the holder's own, acting (quyền), beside another one (kiêm nhiệm), or on loan (biệt phái). */
public enum PostKind {
    REGULAR,
    ACTING,
    CONCURRENT,
    SECONDED
}
