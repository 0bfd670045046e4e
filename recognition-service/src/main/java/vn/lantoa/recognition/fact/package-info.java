/** What is known of persons and collectives: ratings, initiatives, disciplines, blocks, compositions. */
@NullMarked
package vn.lantoa.recognition.fact;

import org.jspecify.annotations.NullMarked;
