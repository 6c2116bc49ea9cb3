package org.parvis.directory;

import java.util.List;
import java.util.Optional;

/**
 * What the directory tells of a professional.
 *
 * @param rpps their national number
 * @param titles what they are qualified as, apart from what they practise
 */
public record ProfessionalSheet(
        String name,
        Optional<String> rpps,
        List<String> titles,
        List<Contact> contacts,
        List<Practice> practices,
        Provenance provenance) {

    private static final String SHEETS = "/annuaire/professionnels/";

    public ProfessionalSheet {
        titles = List.copyOf(titles);
        contacts = List.copyOf(contacts);
        practices = List.copyOf(practices);
    }

    /** The address of a professional's sheet. */
    public static String address(String practitioner) {
        return SHEETS + practitioner;
    }
}
