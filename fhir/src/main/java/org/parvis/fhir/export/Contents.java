package org.parvis.fhir.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.content.Projection;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.OperationOutcome;
import org.parvis.fhir.search.Query;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.search.Sweep;
import org.parvis.fhir.search.Sweep.Slice;
import org.parvis.fhir.search.Sweeps;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;

/** What goes into the files of exports: which resources, and each as a line. */
final class Contents {

    private final Store store;
    private final Searcher searcher;
    private final Sweeps sweeps;
    private final Projection projection;

    Contents(Store store, Searcher searcher, Projection projection) {
        this.store = store;
        this.searcher = searcher;
        this.sweeps = new Sweeps(store, searcher);
        this.projection = projection;
    }

    /** How many resources of a type go into a file of this request, as far as can be told now. */
    long count(ExportRequest request, long moment, String type, String filter) {
        return sweeps.count(
                sweep(request, moment, type, filter), request.caller().permit(), request.base());
    }

    /** The next resources of a file. */
    Slice next(Job job, ExportFile file) {
        ExportRequest request = job.request();
        Permit permit = request.caller().permit();
        Sweep sweep = sweep(request, job.moment(), file.type(), file.filter());
        return switch (file.kind()) {
            case RESOURCES -> sweeps.next(sweep, permit, request.base(), file.position());
            case DELETIONS -> sweeps.nextDeleted(sweep, permit, file.position());
            case REMARKS -> new Slice(List.of(), List.of());
        };
    }

    /** A resource as a line: its stored bytes, unless only some of its elements are wanted. */
    byte[] line(Job job, Version version) {
        if (version.isDeletion()) {
            return store.bodies().write(deletion(version));
        }
        Set<String> elements = job.request().elements().of(version.key().type());
        return elements.isEmpty()
                ? version.json()
                : store.bodies().write(projection.elements(store.tree(version), elements));
    }

    /** What there is to say about the request, a line each. */
    List<byte[]> remarks(ExportRequest request) {
        return request.remarks().stream()
                .map(remark -> Issue.warning(IssueCode.NOT_SUPPORTED, remark, null))
                .map(issue -> new OperationOutcome(List.of(issue)).json())
                .map(store.bodies()::write)
                .toList();
    }

    private Sweep sweep(ExportRequest request, long moment, String type, String filter) {
        var earlier = request.filters(type).stream()
                .map(TypeFilter::toString)
                .takeWhile(other -> !other.equals(filter))
                .filter(_ -> !filter.isEmpty())
                .map(other -> query(TypeFilter.of(other)))
                .toList();
        Query query = filter.isEmpty()
                ? searcher.parse(type, List.of(), Optional.empty(), false)
                : query(TypeFilter.of(filter));
        return new Sweep(query, earlier, request.since(), moment, request.people());
    }

    private Query query(TypeFilter filter) {
        return searcher.parse(filter.type(), filter.parameters(), Optional.empty(), false);
    }

    private static ObjectNode deletion(Version mark) {
        var bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "transaction");
        bundle.putArray("entry")
                .addObject()
                .putObject("request")
                .put("method", "DELETE")
                .put("url", mark.key().toString());
        return bundle;
    }
}
