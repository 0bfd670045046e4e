/** Completes the generated OpenAPI contract with what follows from the conventions. Works while the service is built. */
@NullMarked
package vn.lantoa.rest.contract;

import org.jspecify.annotations.NullMarked;
