/** What campaigns-service announces. */
@NullMarked
package vn.lantoa.events.campaigns;

import org.jspecify.annotations.NullMarked;
