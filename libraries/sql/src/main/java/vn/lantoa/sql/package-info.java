/** SQL statements out of fragments with their values, and the rows they bring. */
@NullMarked
package vn.lantoa.sql;

import org.jspecify.annotations.NullMarked;
