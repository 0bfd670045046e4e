/** Keys and passwords out of files. */
@NullMarked
package vn.lantoa.secrets;

import org.jspecify.annotations.NullMarked;
