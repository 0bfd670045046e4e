/** The Merkle log of the audit trail and its verifier. Needs nothing but the JDK: no database, no network, no library. */
@NullMarked
package vn.lantoa.audit.proof;

import org.jspecify.annotations.NullMarked;
