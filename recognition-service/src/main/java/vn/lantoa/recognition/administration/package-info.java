/** Commands for the operator. */
@NullMarked
package vn.lantoa.recognition.administration;

import org.jspecify.annotations.NullMarked;
