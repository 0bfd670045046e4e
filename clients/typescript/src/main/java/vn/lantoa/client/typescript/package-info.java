/** The build of the npm package: TypeScript's compiler, run by Node.js inside the process that builds. */
@NullMarked
package vn.lantoa.client.typescript;

import org.jspecify.annotations.NullMarked;
