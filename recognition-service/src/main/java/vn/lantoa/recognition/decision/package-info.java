/** Decisions of commendation and who may sign them. */
@NullMarked
package vn.lantoa.recognition.decision;

import org.jspecify.annotations.NullMarked;
