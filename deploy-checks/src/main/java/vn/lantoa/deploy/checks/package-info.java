/** One class for each rule. */
@NullMarked
package vn.lantoa.deploy.checks;

import org.jspecify.annotations.NullMarked;
