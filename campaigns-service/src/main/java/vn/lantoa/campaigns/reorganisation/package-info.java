/** What a drafted reorganisation would touch here. */
@NullMarked
package vn.lantoa.campaigns.reorganisation;

import org.jspecify.annotations.NullMarked;
