/** Closed lists of codes with labels in both languages. */
@NullMarked
package vn.lantoa.units.codelist;

import org.jspecify.annotations.NullMarked;
