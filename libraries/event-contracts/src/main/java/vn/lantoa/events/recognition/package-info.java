/** What recognition-service announces. */
@NullMarked
package vn.lantoa.events.recognition;

import org.jspecify.annotations.NullMarked;
