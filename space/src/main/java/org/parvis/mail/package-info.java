/**
 * Letters by mail, over the operator's SMTP server: plain text, one addressee, no content of anybody's record.
 * Without a server, whoever would send one is told so beforehand.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.parvis.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
