/**
 * What a search can find a resource by: the R4 search parameters, and the values each has in a resource.
 * Pure: it reads JSON trees and gives values; keeping and comparing them in SQL is the store's and the search's work.
 */
@NullMarked
package org.parvis.fhir.index;

import org.jspecify.annotations.NullMarked;
