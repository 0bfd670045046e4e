/** What happened to personal data that should not have, and what is done about it. */
@NullMarked
package vn.lantoa.units.breach;

import org.jspecify.annotations.NullMarked;
