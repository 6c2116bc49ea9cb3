/**
 * Finding resources: a query read into clauses, clauses compiled to one statement, pages, sorts and includes.
 * R4 search.html.
 */
@NullMarked
package org.parvis.fhir.search;

import org.jspecify.annotations.NullMarked;
