/** Posts search parameters to a filled Parvis that goes on being written to, and measures how it indexes by them. */
@NullMarked
package org.parvis.bench.reindex;

import org.jspecify.annotations.NullMarked;
