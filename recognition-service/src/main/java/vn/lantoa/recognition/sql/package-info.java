/** Reads in plain SQL, one statement each. */
@NullMarked
package vn.lantoa.recognition.sql;

import org.jspecify.annotations.NullMarked;
