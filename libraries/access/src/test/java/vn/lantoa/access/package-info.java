@NullMarked
package vn.lantoa.access;

import org.jspecify.annotations.NullMarked;
