/** What a person can see of the own record, and ask to be mended in it. */
@NullMarked
package vn.lantoa.units.myrecord;

import org.jspecify.annotations.NullMarked;
