package org.parvis.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.access.Session;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.records.PatientLink;
import org.parvis.records.RecordSheet;

/** Finds on whom an application begins: the patient of the record that opened it, or the one whom the person chooses. */
public final class Beginnings {

    private static final int SHOWN = 10;

    private final Launches launches;
    private final FhirEndpoint store;

    Beginnings(Launches launches, FhirEndpoint store) {
        this.launches = launches;
        this.store = store;
    }

    /**
     * On whom what is asked begins, among those whose records the visitor may open.
     *
     * @param chosen the Patient whom they chose, if they did
     * @param name what they typed to find one
     */
    public Beginning of(ApprovalRequest asked, Session session, Visitor visitor, Optional<String> chosen, String name) {
        var mine = visitor.at(store);
        if (asked.launch().isPresent()) {
            return launches.patient(asked, session.account().id())
                    .flatMap(patient -> candidate(mine, patient))
                    .<Beginning>map(Beginning.On::new)
                    .orElseGet(Beginning.Lost::new);
        }
        if (!asked.scopes().needPatient()) {
            return new Beginning.OnNobody();
        }
        return chosen.flatMap(patient -> candidate(mine, patient))
                .<Beginning>map(Beginning.On::new)
                .orElseGet(() -> toChoose(mine, visitor, name));
    }

    /** A patient has usually nobody to choose but themselves. */
    private static Beginning toChoose(StoreClient mine, Visitor visitor, String name) {
        var found = candidates(mine, found(mine, name));
        return visitor.audience() == Visitor.Audience.CITIZEN && found.size() == 1 && name.isEmpty()
                ? new Beginning.On(found.getFirst())
                : new Beginning.ToChoose(found);
    }

    private static Optional<Beginning.Candidate> candidate(StoreClient mine, String patient) {
        return candidates(mine, List.of(patient)).stream().findFirst();
    }

    private static List<String> found(StoreClient mine, String name) {
        var begins = name.isEmpty() ? "" : "&name=" + URLEncoder.encode(name.replace(",", "\\,"), UTF_8);
        return mine.search("Patient?_sort=family,_id&_count=%d%s".formatted(SHOWN, begins)).matches().stream()
                .map(patient -> patient.path("id").asText())
                .toList();
    }

    private static List<Beginning.Candidate> candidates(StoreClient mine, Collection<String> patients) {
        Map<String, String> ids =
                patients.stream().collect(Collectors.toMap(RecordSheet::address, Function.identity()));
        return PatientLink.of(mine, patients).stream()
                .map(link -> new Beginning.Candidate(ids.getOrDefault(link.address(), ""), link))
                .toList();
    }
}
