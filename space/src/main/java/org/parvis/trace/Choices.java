package org.parvis.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.parvis.fhir.access.Purpose;
import org.parvis.web.Frame;
import org.parvis.web.ListAddress;

/** What the officer's pages offer to choose, and where their links lead. */
public final class Choices {

    /** How many patients of one access are named on a page; its file names all. */
    public static final int PATIENTS = 5;

    private Choices() {}

    /** The purposes, by the codes under which they are asked for. */
    public static Map<String, String> purposes(Frame frame) {
        var purposes = new LinkedHashMap<String, String>();
        purposes.put("", frame.say("trace.purpose.any"));
        for (Purpose purpose : Purpose.values()) {
            purposes.put(purpose.code(), frame.say("trace.purpose." + purpose.name()));
        }
        return purposes;
    }

    /** The list of what this person accessed. */
    public static ListAddress accessesOf(String person, String since) {
        return new ListAddress("/traces", Map.of("personne", person, "depuis", since));
    }
}
