package org.parvis.fhir.export;

import java.util.List;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.search.Query.Parameter;

/**
 * A request for an export as it arrives.
 *
 * @param address full address of the request, shown in the manifest
 * @param base address of this server as the caller knows it
 * @param posted whether the parameters came in a body, where patients may be named
 * @param lenient whether parameters that are not understood shall be left out rather than refused
 */
public record Kickoff(
        Caller caller,
        String address,
        String base,
        Level level,
        List<Parameter> parameters,
        boolean posted,
        boolean lenient) {

    public Kickoff {
        parameters = List.copyOf(parameters);
    }

    /** Whose data is asked for. */
    public sealed interface Level {

        /** All that the server holds. */
        record WholeSystem() implements Level {}

        /** The data of all patients. */
        record AllPatients() implements Level {}

        /** The data of the patients who are members of this Group. */
        record GroupMembers(String id) implements Level {}
    }
}
