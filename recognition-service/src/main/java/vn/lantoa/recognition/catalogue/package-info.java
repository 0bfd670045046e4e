/** Award types, their rules and who may decide them: law as data, versioned. */
@NullMarked
package vn.lantoa.recognition.catalogue;

import org.jspecify.annotations.NullMarked;
