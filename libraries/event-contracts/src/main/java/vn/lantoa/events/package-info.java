/** What every event has in common: its contract, its topic, its subject. */
@NullMarked
package vn.lantoa.events;

import org.jspecify.annotations.NullMarked;
