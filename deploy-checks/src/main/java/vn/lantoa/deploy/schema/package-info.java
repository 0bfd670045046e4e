/** What fields a kind of resource has. */
@NullMarked
package vn.lantoa.deploy.schema;

import org.jspecify.annotations.NullMarked;
