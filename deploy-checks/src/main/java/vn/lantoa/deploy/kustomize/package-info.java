/** The part of kustomize that {@code deploy/} uses; any other key is refused. */
@NullMarked
package vn.lantoa.deploy.kustomize;

import org.jspecify.annotations.NullMarked;
