/** What a service knows of units and persons from units-service: a replica in its own database. */
@NullMarked
package vn.lantoa.knownunits;

import org.jspecify.annotations.NullMarked;
