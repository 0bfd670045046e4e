/** Personal fields under a key per person: erasing the key erases the fields everywhere. */
@NullMarked
package vn.lantoa.privacy;

import org.jspecify.annotations.NullMarked;
