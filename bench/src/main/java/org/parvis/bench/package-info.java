/**
 * Measures Parvis from outside, over HTTP: against a peer server for speed, against the same peer for agreement,
 * and against a power cut for durability.
 */
@NullMarked
package org.parvis.bench;

import org.jspecify.annotations.NullMarked;
