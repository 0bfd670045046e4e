/** Reading with SQL: one statement, no transaction. */
@NullMarked
package vn.lantoa.units.sql;

import org.jspecify.annotations.NullMarked;
