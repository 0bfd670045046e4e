/** Reads and renders {@code deploy/} without a cluster and says what is wrong in it. */
@NullMarked
package vn.lantoa.deploy;

import org.jspecify.annotations.NullMarked;
