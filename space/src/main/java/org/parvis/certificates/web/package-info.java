/** The page on which certificates are declared. */
@NullMarked
package org.parvis.certificates.web;

import org.jspecify.annotations.NullMarked;
