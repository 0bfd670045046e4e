/** The shapes that every endpoint shares: problem+json, pages, ETag, Idempotency-Key, merge patch. */
@NullMarked
package vn.lantoa.rest;

import org.jspecify.annotations.NullMarked;
