/**
 * Which certificates stand for which structures: their software and their gateways show them at a TLS door of its own.
 * Knows what a certificate is for; what it opens is said by those who ask.
 */
@ApplicationModule(allowedDependencies = {"access", "database", "web"})
@NullMarked
package org.parvis.certificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
