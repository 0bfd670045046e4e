/** Files in and out: templates, imports with a dry run, exports of the same layout. */
@NullMarked
package vn.lantoa.units.bulk;

import org.jspecify.annotations.NullMarked;
