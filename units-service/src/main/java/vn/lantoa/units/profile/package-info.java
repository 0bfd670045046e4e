/** What a unit tells of itself, from a day on. */
@NullMarked
package vn.lantoa.units.profile;

import org.jspecify.annotations.NullMarked;
