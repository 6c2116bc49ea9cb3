/** The server: starts the modules below this package, which see each other only as they declare. */
@NullMarked
package org.parvis;

import org.jspecify.annotations.NullMarked;
