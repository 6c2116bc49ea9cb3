/** The pages of coming in: login, one-time codes, invitations, sessions. */
@NullMarked
package org.parvis.access.web;

import org.jspecify.annotations.NullMarked;
