/** How what hangs on units follows them when they end. */
@NullMarked
package vn.lantoa.units.succession;

import org.jspecify.annotations.NullMarked;
