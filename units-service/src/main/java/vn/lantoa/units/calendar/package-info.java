/** The working-day calendar: holidays, what is given off or worked in exchange, and the arithmetic over them. */
@NullMarked
package vn.lantoa.units.calendar;

import org.jspecify.annotations.NullMarked;
