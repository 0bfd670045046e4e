/** Other systems of the province that read in their own name: who they are, what they may read where, until when. */
@NullMarked
package vn.lantoa.units.machine;

import org.jspecify.annotations.NullMarked;
