package org.parvis.records;

import java.util.List;
import org.parvis.access.Visitor;

/** What another module adds to the summary of a record, as a bean: what whoever treats the patient must know at once. */
public interface SummaryPart {

    /** The key of its title in the message files; with {@code .none}, of what is said when there is nothing. */
    String words();

    /** The name of the tab that tells more. */
    String tab();

    /** Whether this visitor is shown it at all. */
    boolean isFor(Visitor visitor);

    /** What it says of this patient. */
    List<Fact> facts(Visitor visitor, String patient);
}
