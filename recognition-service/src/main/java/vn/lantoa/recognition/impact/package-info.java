/** What a reorganisation would touch here. */
@NullMarked
package vn.lantoa.recognition.impact;

import org.jspecify.annotations.NullMarked;
