/** Mergers and dissolutions by one legal document on one day. */
@NullMarked
package vn.lantoa.units.reorganisation;

import org.jspecify.annotations.NullMarked;
