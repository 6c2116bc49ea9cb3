/**
 * Those who vouch for people who come in: Pro Santé Connect, an establishment's directory, its network, a provider for citizens.
 * Turns what they say into a proven identity of {@code access}; decides nothing about rights.
 */
@ApplicationModule(allowedDependencies = {"access", "certificates", "database", "web"})
@NullMarked
package org.parvis.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
