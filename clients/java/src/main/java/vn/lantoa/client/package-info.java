/**
 * What the generated clients have in common: where the services are, who asks, what is asked again, what a refusal says.
 * The packages below, one for each service, are generated from the contracts.
 */
@NullMarked
package vn.lantoa.client;

import org.jspecify.annotations.NullMarked;
