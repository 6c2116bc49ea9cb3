/** Cuts the server's or the database's life short under load, and checks that nothing acknowledged was lost. */
@NullMarked
package org.parvis.bench.crash;

import org.jspecify.annotations.NullMarked;
