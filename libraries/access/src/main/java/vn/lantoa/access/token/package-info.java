/** Which tokens are believed, how fresh a log-in must be for the gravest acts, and what production refuses to start with. */
@NullMarked
package vn.lantoa.access.token;

import org.jspecify.annotations.NullMarked;
