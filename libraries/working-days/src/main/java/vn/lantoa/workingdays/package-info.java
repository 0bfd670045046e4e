/** Working days: the arithmetic, and the calendars of the years as a service knows them from units-service. */
@NullMarked
package vn.lantoa.workingdays;

import org.jspecify.annotations.NullMarked;
