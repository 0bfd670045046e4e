/** Persons, their accounts and posts. */
@NullMarked
package vn.lantoa.units.person;

import org.jspecify.annotations.NullMarked;
