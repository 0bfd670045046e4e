/** What units-service announces. */
@NullMarked
package vn.lantoa.events.units;

import org.jspecify.annotations.NullMarked;
