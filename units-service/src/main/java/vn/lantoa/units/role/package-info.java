/** Roles as data, grants, and what the caller may do. */
@NullMarked
package vn.lantoa.units.role;

import org.jspecify.annotations.NullMarked;
