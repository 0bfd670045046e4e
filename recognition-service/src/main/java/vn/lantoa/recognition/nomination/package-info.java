/** The life of a nomination, from draft to decision. */
@NullMarked
package vn.lantoa.recognition.nomination;

import org.jspecify.annotations.NullMarked;
