/** What a running service shows of itself: names of metrics, trace context, private logs, the health of its database. */
@NullMarked
package vn.lantoa.observability;

import org.jspecify.annotations.NullMarked;
