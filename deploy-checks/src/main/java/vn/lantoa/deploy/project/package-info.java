/** What the services really are: settings, paths, metrics, topics, secrets in the operator's README. */
@NullMarked
package vn.lantoa.deploy.project;

import org.jspecify.annotations.NullMarked;
