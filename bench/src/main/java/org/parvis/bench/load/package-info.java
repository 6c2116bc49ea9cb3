/** Measures what an operation costs each server: wall time, and the processor time of the server and its PostgreSQL. */
@NullMarked
package org.parvis.bench.load;

import org.jspecify.annotations.NullMarked;
