/** Code lists with labels, as data. */
@NullMarked
package vn.lantoa.campaigns.codelist;

import org.jspecify.annotations.NullMarked;
