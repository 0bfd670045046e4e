/** Commands for the operator. */
@NullMarked
package vn.lantoa.campaigns.administration;

import org.jspecify.annotations.NullMarked;
