package org.parvis.fhir.rest;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.store.ResourceKey;

/** The patients whom an address names: they are told of whoever looked for their data and saw nothing. */
final class AskedFor {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Set<String> PARAMETERS = Set.of("patient", "subject", "patient:Patient", "subject:Patient");

    private AskedFor() {}

    /** @param address below the base: {@code Patient/12/Observation?code=…}, {@code Observation?patient=12} */
    static Set<ResourceKey> patients(String address) {
        Set<ResourceKey> patients = new HashSet<>();
        int mark = address.indexOf('?');
        String[] path = (mark < 0 ? address : address.substring(0, mark)).split("/", -1);
        if (path.length > 1 && path[0].equals("Patient")) {
            add(patients, path[1]);
        }
        if (mark >= 0) {
            for (Parameter parameter : Parameter.parse(address.substring(mark + 1))) {
                if (PARAMETERS.contains(parameter.name())) {
                    addAll(patients, parameter);
                }
            }
        }
        return patients;
    }

    private static void addAll(Set<ResourceKey> patients, Parameter parameter) {
        for (String value : parameter.value().split(",", -1)) {
            boolean isOther = value.contains("/") && !value.startsWith("Patient/");
            if (!isOther) {
                add(patients, value.substring(value.indexOf('/') + 1));
            }
        }
    }

    private static void add(Set<ResourceKey> patients, String id) {
        if (ID.matcher(id).matches()) {
            patients.add(new ResourceKey("Patient", id));
        }
    }
}
