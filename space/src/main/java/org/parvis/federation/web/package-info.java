/** The pages between this server and those who vouch for people. */
@NullMarked
package org.parvis.federation.web;

import org.jspecify.annotations.NullMarked;
