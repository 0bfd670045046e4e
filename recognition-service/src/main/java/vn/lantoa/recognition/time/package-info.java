/** The day and the instant of an act, in the province's zone. */
@NullMarked
package vn.lantoa.recognition.time;

import org.jspecify.annotations.NullMarked;
