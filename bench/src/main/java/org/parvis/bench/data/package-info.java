/** Where the bench's data come from: synthetic patients and the examples of HL7, made once and kept below ./data. */
@NullMarked
package org.parvis.bench.data;

import org.jspecify.annotations.NullMarked;
