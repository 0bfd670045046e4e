@NullMarked
package vn.lantoa.knownunits;

import org.jspecify.annotations.NullMarked;
