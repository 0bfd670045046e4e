/** Dates from–to, the end exclusive. */
@NullMarked
package vn.lantoa.units.period;

import org.jspecify.annotations.NullMarked;
