/** Declarations of whose relative somebody is: nobody acts on a dossier of a relative. */
@NullMarked
package vn.lantoa.units.relative;

import org.jspecify.annotations.NullMarked;
