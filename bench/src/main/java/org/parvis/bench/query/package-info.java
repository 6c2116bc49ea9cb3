/** Searches made from a seed: every parameter of R4 that has values in the corpus, in every form its kind allows. */
@NullMarked
package org.parvis.bench.query;

import org.jspecify.annotations.NullMarked;
