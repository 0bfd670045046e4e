/** What the committed API contracts keep to, what breaks clients, and the list of all problem types. */
@NullMarked
package vn.lantoa.apichecks;

import org.jspecify.annotations.NullMarked;
