/** Plain SQL for reads that are one statement. */
@NullMarked
package vn.lantoa.campaigns.sql;

import org.jspecify.annotations.NullMarked;
