@NullMarked
package vn.lantoa.access.token;

import org.jspecify.annotations.NullMarked;
