/** Units over time: their versions, codes, places on the lines and lineage. */
@NullMarked
package vn.lantoa.units.unit;

import org.jspecify.annotations.NullMarked;
