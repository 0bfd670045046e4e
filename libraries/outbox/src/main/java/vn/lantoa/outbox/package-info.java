/** From a committed change to Kafka and from Kafka into a replica: nothing lost, nothing applied twice. */
@NullMarked
package vn.lantoa.outbox;

import org.jspecify.annotations.NullMarked;
