package org.parvis.records;

import java.util.Map;
import java.util.Set;
import org.parvis.access.Visitor;
import org.springframework.web.servlet.View;

/**
 * A tab of the patient's record. Each service that has something to say about a patient adds one as a bean; its template
 * puts its content into {@code records/sheet}.
 */
public interface RecordTab {

    /** Where it stands among the others: smaller comes first. */
    int order();

    /** The last part of its address, such as {@code documents}; empty for the tab that opens first. */
    String name();

    /** The key of its name in the message files. */
    String words();

    /** Whether this visitor is shown the tab at all. */
    default boolean isFor(Visitor visitor) {
        return true;
    }

    /** The types of data that it is about: whoever was shown some of the record only is not told that there are none. */
    default Set<String> needs() {
        return Set.of();
    }

    /**
     * The whole page of this tab.
     *
     * @param sheet what surrounds each tab, to be given to the template under the name {@code sheet}
     * @param parameters of the address
     */
    View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters);
}
