/** Refusals of the domain: what is wrong, where, under which rule. No HTTP here. */
@NullMarked
package vn.lantoa.problems;

import org.jspecify.annotations.NullMarked;
