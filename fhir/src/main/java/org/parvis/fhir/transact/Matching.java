package org.parvis.fhir.transact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.Version;

/** Finds the one resource that a condition means, within the transaction that acts on it. */
final class Matching {

    private final Searcher searcher;
    private final Connection connection;
    private final Unit unit;
    private final Map<String, Version> referenced = new HashMap<>();

    Matching(Searcher searcher, Connection connection, Unit unit) {
        this.searcher = searcher;
        this.connection = connection;
        this.unit = unit;
    }

    /**
     * The only match, if there is one.
     *
     * @throws Refusal 412 when there are several
     */
    Optional<Version> only(Query query, String place) throws SQLException {
        List<Version> matches =
                searcher.matches(connection, query, unit.caller().permit(), unit.base(), 2);
        if (matches.size() > 1) {
            throw Refusal.of(
                    412, IssueCode.MULTIPLE_MATCHES, "Several resources match '%s'.".formatted(query.text()), place);
        }
        return matches.stream().findFirst();
    }

    /** The only match of a conditional reference, `Patient?identifier=…`, the same throughout a unit. */
    Version referenced(String reference, String place) throws SQLException {
        Version known = referenced.get(reference);
        if (known != null) {
            return known;
        }
        Version match = only(searcher.parse(reference), place)
                .orElseThrow(() -> Refusal.of(
                        412, IssueCode.NOT_FOUND, "Nothing matches the reference '%s'.".formatted(reference), place));
        referenced.put(reference, match);
        return match;
    }
}
