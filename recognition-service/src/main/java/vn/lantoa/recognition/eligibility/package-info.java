/** Judging a subject by the rules of a year and explaining it. */
@NullMarked
package vn.lantoa.recognition.eligibility;

import org.jspecify.annotations.NullMarked;
