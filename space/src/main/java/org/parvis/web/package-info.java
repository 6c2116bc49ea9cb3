/**
 * What every page shares: frame, words, look, errors.
 * A page module declares its menu entries and templates, and asks {@link org.parvis.web.Pages} to show them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.parvis.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
