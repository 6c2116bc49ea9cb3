package org.parvis.directory;

import java.util.List;
import java.util.Optional;

/**
 * One way in which a professional practises: as what, and where.
 *
 * @param title their profession and speciality, as they are shown
 * @param places addresses where they receive
 */
public record Practice(
        String title,
        Optional<Link> structure,
        List<String> places,
        List<Contact> contacts,
        List<Opening> hours,
        List<Closure> closures,
        Provenance provenance) {

    public Practice {
        places = List.copyOf(places);
        contacts = List.copyOf(contacts);
        hours = List.copyOf(hours);
        closures = List.copyOf(closures);
    }
}
