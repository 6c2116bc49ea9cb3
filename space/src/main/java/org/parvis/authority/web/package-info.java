/** The page on which operators make software known. */
@NullMarked
package org.parvis.authority.web;

import org.jspecify.annotations.NullMarked;
