/** How long a nomination may stand in a state, as data with its source, and how many stand longer. */
@NullMarked
package vn.lantoa.recognition.deadline;

import org.jspecify.annotations.NullMarked;
