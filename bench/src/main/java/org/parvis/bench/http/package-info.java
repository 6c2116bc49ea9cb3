/**
 * A lean HTTP/1.1 client: one socket, one request at a time.
 * Its cost must stay small beside that of the servers it measures.
 */
@NullMarked
package org.parvis.bench.http;

import org.jspecify.annotations.NullMarked;
