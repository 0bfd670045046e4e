/** Who is calling and what may they do where: accounts, roles and grants as a replica, deny by default. */
@NullMarked
package vn.lantoa.access;

import org.jspecify.annotations.NullMarked;
