/** Campaigns: drafted, submitted, approved, launched once, closed for good. */
@NullMarked
package vn.lantoa.campaigns.campaign;

import org.jspecify.annotations.NullMarked;
