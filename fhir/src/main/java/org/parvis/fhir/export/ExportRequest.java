package org.parvis.fhir.export;

import java.util.List;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.search.Sweep.People;

/**
 * What is to be exported, understood and checked.
 *
 * @param caller who asked, and within which permit
 * @param types resource types wanted; empty for all
 * @param since only what changed later than this, microseconds since 1970 UTC; the least long for all
 * @param remarks what of the request was left out, and why
 */
record ExportRequest(
        Caller caller,
        String address,
        String base,
        People people,
        List<String> types,
        List<TypeFilter> filters,
        Elements elements,
        long since,
        List<String> remarks) {

    ExportRequest {
        types = List.copyOf(types);
        filters = List.copyOf(filters);
        remarks = List.copyOf(remarks);
    }

    /** Whether only changes are wanted, deletions among them. */
    boolean isOfChanges() {
        return since != Long.MIN_VALUE;
    }

    /** The filters on one type, any of which a resource may satisfy. */
    List<TypeFilter> filters(String type) {
        return filters.stream().filter(filter -> filter.type().equals(type)).toList();
    }
}
