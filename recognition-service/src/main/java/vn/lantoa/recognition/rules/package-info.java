/** The rule engine: a tree of criteria, three-valued, explained. Plain Java without a framework. */
@NullMarked
package vn.lantoa.recognition.rules;

import org.jspecify.annotations.NullMarked;
