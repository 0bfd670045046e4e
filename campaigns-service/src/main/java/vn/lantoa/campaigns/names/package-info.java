/** Names of units and persons as of a day, from the replicas. */
@NullMarked
package vn.lantoa.campaigns.names;

import org.jspecify.annotations.NullMarked;
