/** Hierarchies as data: which there are, and which kinds of units may stand under which on them. */
@NullMarked
package vn.lantoa.units.line;

import org.jspecify.annotations.NullMarked;
