/** Runs everything on one machine: PostgreSQL, Kafka, an identity provider and the three services as processes. */
@NullMarked
package vn.lantoa.platform;

import org.jspecify.annotations.NullMarked;
