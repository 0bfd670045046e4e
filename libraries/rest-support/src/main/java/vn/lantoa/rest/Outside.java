package vn.lantoa.rest;

/** What is answered about things outside the caller's scope. */
public enum Outside {
    /** 403: that they exist is no secret. */
    FORBIDDEN,
    /**
     * 404, word for word as if there were none: that they exist is secret. An act upon what the caller may read is refused
     * with 403, for then it is no secret to this caller.
     */
    NOT_FOUND,
    /** They are left out in the query itself: of pages, counts, searches, feeds and files. */
    LEFT_OUT
}
