/** Loads units, people, campaigns and commendations from files through the public HTTP APIs, and nothing else. */
@NullMarked
package vn.lantoa.platform.sample;

import org.jspecify.annotations.NullMarked;
