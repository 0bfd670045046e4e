/** The audit trail as a Merkle log: sealed in batches after the commit, signed, published, proved and exported. */
@NullMarked
package vn.lantoa.audit.sealing;

import org.jspecify.annotations.NullMarked;
