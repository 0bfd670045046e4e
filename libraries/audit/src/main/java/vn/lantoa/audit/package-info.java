/** Who did what, for whom, to what, before and after: written in the same transaction, never erasable. */
@NullMarked
package vn.lantoa.audit;

import org.jspecify.annotations.NullMarked;
