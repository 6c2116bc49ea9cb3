/** How fast pages are while many people use them at once. */
@NullMarked
package org.parvis.bench.pages;

import org.jspecify.annotations.NullMarked;
