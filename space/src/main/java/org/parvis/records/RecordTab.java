package org.parvis.records;

import java.util.Map;
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

    /**
     * The whole page of this tab.
     *
     * @param sheet what surrounds each tab, to be given to the template under the name {@code sheet}
     * @param parameters of the address
     */
    View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters);
}
