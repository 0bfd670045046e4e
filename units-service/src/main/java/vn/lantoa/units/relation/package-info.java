/** What units are to each other beside the hierarchies: a Party cell serves an office, a body covers an area. */
@NullMarked
package vn.lantoa.units.relation;

import org.jspecify.annotations.NullMarked;
