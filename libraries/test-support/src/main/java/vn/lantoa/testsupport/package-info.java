/** PostgreSQL, Kafka and an identity provider as plain classes, the Quarkus test resource over them, and shared rules. */
@NullMarked
package vn.lantoa.testsupport;

import org.jspecify.annotations.NullMarked;
