package org.parvis.fhir.export;

import java.util.List;
import java.util.regex.Pattern;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Parameter;

/** A search that resources of one type must satisfy to be exported: `MedicationRequest?status=active`. */
record TypeFilter(String type, String criteria) {

    // A comma stands between filters only where another filter begins; others belong to a search's values.
    private static final Pattern BETWEEN = Pattern.compile(",(?=[A-Z][A-Za-z]+\\?)");

    /** Reads one or more filters. */
    static List<TypeFilter> parse(String value) {
        return BETWEEN.splitAsStream(value).map(TypeFilter::of).toList();
    }

    /** Reads the written form. */
    static TypeFilter of(String written) {
        int mark = written.indexOf('?');
        if (mark < 1 || mark == written.length() - 1) {
            throw Refusal.invalid(
                    "The filter '%s' must be like MedicationRequest?status=active.".formatted(written), null);
        }
        return new TypeFilter(written.substring(0, mark), written.substring(mark + 1));
    }

    List<Parameter> parameters() {
        return Parameter.parse(criteria);
    }

    @Override
    public String toString() {
        return type + "?" + criteria;
    }
}
