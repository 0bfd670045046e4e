/** Whether the caller's permission covers a unit, also one that others have replaced. */
@NullMarked
package vn.lantoa.recognition.scope;

import org.jspecify.annotations.NullMarked;
