/** Commands for the operator. */
@NullMarked
package vn.lantoa.units.administration;

import org.jspecify.annotations.NullMarked;
