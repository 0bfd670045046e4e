/** Duties that exclude each other in campaigns and on registrations, as the catalogue says. */
@NullMarked
package vn.lantoa.campaigns.duty;

import org.jspecify.annotations.NullMarked;
