/** The two servers as processes: started, asked whether they answer, measured, stopped and killed by their own ids. */
@NullMarked
package org.parvis.bench.server;

import org.jspecify.annotations.NullMarked;
