/**
 * Those who stand by a patient: relatives and friends to whom the patient opens some of the record, for a while; and who
 * acts for the patient in law. Owns nothing: a carer is a RelatedPerson, what is opened to them a Consent.
 */
@ApplicationModule(allowedDependencies = {"access", "mail", "records", "web"})
@NullMarked
package org.parvis.carers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
