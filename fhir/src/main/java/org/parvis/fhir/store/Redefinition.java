package org.parvis.fhir.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.fhir.index.Component;
import org.parvis.fhir.index.PostedParameters;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/**
 * What a write of SearchParameters changes in what is indexed. A parameter whose meaning stays is in neither list.
 *
 * @param gone numbers of the definitions that no longer count
 * @param added definitions that count from now on
 */
record Redefinition(List<Integer> gone, List<Defined> added) {

    /** A parameter defined on one type by the SearchParameter with this logical id. */
    record Defined(String source, SearchParam param) {}

    Redefinition {
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /**
     * Compares what is in force with what these postings say.
     *
     * @throws Refusal when one of them cannot be indexed, or another parameter is composed of what it takes away
     */
    static Redefinition of(
            SearchParams standard, List<PostedParam> inForce, List<Posting> postings, PostedParameters reader) {
        Set<String> sources = postings.stream().map(Posting::id).collect(Collectors.toSet());
        SearchParams known = standard;
        for (PostedParam other : inForce) {
            known = sources.contains(other.source()) ? known : known.with(other.param());
        }
        var added = new ArrayList<Defined>();
        for (Posting posting : postings.stream().sorted(Posting.ORDER).toList()) {
            for (SearchParam param : posting.read(reader, known)) {
                known = known.with(param);
                added.add(new Defined(posting.id(), param));
            }
        }
        var gone = new ArrayList<Integer>();
        for (PostedParam param : inForce) {
            if (!sources.contains(param.source())) {
                refuseIfBroken(param, known, postings.getFirst().place());
            } else if (!added.remove(new Defined(param.source(), param.param()))) {
                gone.add(param.id());
            }
        }
        return new Redefinition(gone, added);
    }

    boolean isEmpty() {
        return gone.isEmpty() && added.isEmpty();
    }

    private static void refuseIfBroken(PostedParam composite, SearchParams known, String place) {
        for (Component half : composite.param().components()) {
            if (known.kindOf(half.url()).filter(half.kind()::equals).isEmpty()) {
                throw Refusal.of(
                        409,
                        IssueCode.CONFLICT,
                        "%s/%s is composed of %s, which must stay as it is."
                                .formatted(Posting.TYPE, composite.source(), half.url()),
                        place);
            }
        }
    }
}
