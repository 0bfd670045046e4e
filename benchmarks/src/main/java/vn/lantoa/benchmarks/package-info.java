/** Load and latency measured against a limit or peer of the same run; figures are ratios, never promises. */
@NullMarked
package vn.lantoa.benchmarks;

import org.jspecify.annotations.NullMarked;
