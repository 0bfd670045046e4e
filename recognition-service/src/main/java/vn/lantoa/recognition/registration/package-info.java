/** The replica of the registrations of campaigns-service. */
@NullMarked
package vn.lantoa.recognition.registration;

import org.jspecify.annotations.NullMarked;
