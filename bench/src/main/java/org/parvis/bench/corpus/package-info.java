/** The resources that Parvis and the peer both hold when they are compared, under the same ids on both sides. */
@NullMarked
package org.parvis.bench.corpus;

import org.jspecify.annotations.NullMarked;
