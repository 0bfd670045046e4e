/** Tables of old and new codes: what became of which unit by which resolution, read into drafted reorganisations. */
@NullMarked
package vn.lantoa.units.mapping;

import org.jspecify.annotations.NullMarked;
