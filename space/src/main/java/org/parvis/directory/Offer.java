package org.parvis.directory;

import java.util.List;
import java.util.Optional;

/**
 * Something that a structure offers to patients: a HealthcareService.
 *
 * @param anchor where it stands on its structure's sheet
 * @param kinds what it is, from its types and specialities
 */
public record Offer(
        String anchor,
        String name,
        List<String> kinds,
        Optional<String> words,
        List<String> places,
        List<Contact> contacts,
        List<Opening> hours,
        List<Closure> closures,
        Provenance provenance) {

    public Offer {
        kinds = List.copyOf(kinds);
        places = List.copyOf(places);
        contacts = List.copyOf(contacts);
        hours = List.copyOf(hours);
        closures = List.copyOf(closures);
    }
}
