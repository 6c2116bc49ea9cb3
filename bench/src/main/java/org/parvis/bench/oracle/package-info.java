/** Compares what Parvis and the peer answer to the same searches over the same resources. */
@NullMarked
package org.parvis.bench.oracle;

import org.jspecify.annotations.NullMarked;
