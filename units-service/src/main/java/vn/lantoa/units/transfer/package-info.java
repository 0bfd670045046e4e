/** Persons go over from one unit to another, as the two agree. */
@NullMarked
package vn.lantoa.units.transfer;

import org.jspecify.annotations.NullMarked;
