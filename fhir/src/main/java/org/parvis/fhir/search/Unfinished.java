package org.parvis.fhir.search;

import java.util.Optional;

/** Says of a search parameter that exists, but is not searchable yet, how far its indexing has come. */
@FunctionalInterface
interface Unfinished {

    Optional<String> says(String type, String code);
}
