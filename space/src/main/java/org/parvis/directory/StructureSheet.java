package org.parvis.directory;

import java.util.List;
import java.util.Optional;
import org.parvis.web.Site;

/**
 * What the directory tells of a structure.
 *
 * @param finess its national number
 * @param kinds what sort of structure it is
 * @param part of which structure it is a part
 * @param units its parts
 * @param people as far as they are listed here
 * @param sites where it is, as far as the place is known on the map
 */
public record StructureSheet(
        String name,
        Optional<String> finess,
        List<String> kinds,
        List<String> addresses,
        List<Contact> contacts,
        Optional<Link> part,
        List<Link> units,
        List<Offer> offers,
        List<Colleague> people,
        List<Site> sites,
        Provenance provenance) {

    private static final String SHEETS = "/annuaire/structures/";

    public StructureSheet {
        kinds = List.copyOf(kinds);
        addresses = List.copyOf(addresses);
        contacts = List.copyOf(contacts);
        units = List.copyOf(units);
        offers = List.copyOf(offers);
        people = List.copyOf(people);
        sites = List.copyOf(sites);
    }

    /** Whether more people work here than the sheet lists. */
    public boolean isCut() {
        return people.size() >= StructureResources.MOST;
    }

    /** The address of a structure's sheet. */
    public static String address(String organization) {
        return SHEETS + organization;
    }

    /** The address of something that it offers. */
    public static String address(String organization, String service) {
        return address(organization) + "#offre-" + service;
    }
}
