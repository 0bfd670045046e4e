/** Duties that exclude each other, as the catalogue says. */
@NullMarked
package vn.lantoa.recognition.duty;

import org.jspecify.annotations.NullMarked;
