/** How fast the one search finds people among as many as a region has. */
@NullMarked
package org.parvis.bench.search;

import org.jspecify.annotations.NullMarked;
