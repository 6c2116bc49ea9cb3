/** The HAPI JPA server as a process of its own, started with the class path that its module resolves. */
package org.parvis.bench.peer;
