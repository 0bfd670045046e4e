/** Who belongs to which unit, on which line, from when to when. */
@NullMarked
package vn.lantoa.units.membership;

import org.jspecify.annotations.NullMarked;
