/** Awards, their certificates and the public check. */
@NullMarked
package vn.lantoa.recognition.award;

import org.jspecify.annotations.NullMarked;
