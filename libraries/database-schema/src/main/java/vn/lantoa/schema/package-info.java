/** The schema that a service brings along: applied by a job of its own, waited for by the pods. */
@NullMarked
package vn.lantoa.schema;

import org.jspecify.annotations.NullMarked;
