/** What units answer to a campaign: that they take part, with targets of their own. */
@NullMarked
package vn.lantoa.campaigns.response;

import org.jspecify.annotations.NullMarked;
