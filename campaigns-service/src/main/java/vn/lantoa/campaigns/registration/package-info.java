/** Registrations of units and persons for a campaign's year, and their reviews. */
@NullMarked
package vn.lantoa.campaigns.registration;

import org.jspecify.annotations.NullMarked;
