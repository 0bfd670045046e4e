/** The access matrix: every operation of a contract, called as every role from within and without its scope. */
@NullMarked
package vn.lantoa.testsupport.matrix;

import org.jspecify.annotations.NullMarked;
