package org.parvis.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The role families that a referent can give, with what the directory calls their people. */
public final class Families {

    private static final Map<String, String> TITLES = titles();

    private Families() {}

    /** Each family and its title, in the order of a list. */
    public static Map<String, String> all() {
        return TITLES;
    }

    public static boolean has(String family) {
        return TITLES.containsKey(family);
    }

    static String title(String family) {
        return TITLES.getOrDefault(family, family);
    }

    private static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put("doctor", "Médecin");
        titles.put("nurse", "Infirmier");
        titles.put("pharmacist", "Pharmacien");
        titles.put("biologist", "Biologiste");
        titles.put("regulator", "Médecin régulateur");
        titles.put("secretary", "Secrétaire");
        titles.put("social-worker", "Travailleur social");
        return Collections.unmodifiableMap(titles);
    }
}
