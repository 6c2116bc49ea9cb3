package org.parvis.fhir.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;

/** Reads and checks the parameters of one request for an export (Bulk Data Access STU2, kick-off request). */
final class RequestReader {

    private static final Set<String> FORMATS = Set.of("application/fhir+ndjson", "application/ndjson", "ndjson");

    // A filter says which resources, not how they are shown.
    private static final Set<String> OF_PAGES =
            Set.of("_include", "_revinclude", "_sort", "_count", "_page", "_total", "_summary", "_elements");

    private final Store store;
    private final Searcher searcher;
    private final Kickoff kickoff;
    private final PatientData patientData;
    private final Set<String> types = new TreeSet<>();
    private final List<TypeFilter> filters = new ArrayList<>();
    private final List<String> elements = new ArrayList<>();
    private final List<ResourceKey> patients = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long since = Long.MIN_VALUE;

    RequestReader(Store store, Searcher searcher, Kickoff kickoff) {
        this.store = store;
        this.searcher = searcher;
        this.kickoff = kickoff;
        this.patientData = new PatientData(store);
    }

    /** The request; refuses what cannot be done, and what is not understood unless the caller is lenient. */
    ExportRequest read() {
        for (Parameter parameter : kickoff.parameters()) {
            if (!parameter.value().isEmpty()) {
                read(parameter.name(), parameter.value());
            }
        }
        keepTypesOfPatients();
        for (TypeFilter filter : filters) {
            if (!types.isEmpty() && !types.contains(filter.type())) {
                throw Refusal.invalid("_typeFilter has '%s', but _type leaves its type out.".formatted(filter), null);
            }
        }
        return new ExportRequest(
                kickoff.caller(),
                kickoff.address(),
                kickoff.base(),
                patientData.people(kickoff.level(), patients, kickoff.caller()),
                List.copyOf(types),
                filters,
                new Elements(elements),
                since,
                remarks);
    }

    private void read(String name, String value) {
        switch (name) {
            case "_outputFormat" -> requireFormat(value);
            case "_since" ->
                since = DateRange.parse(value, store.settings().zone()).lowMicros();
            case "_type" -> values(value).forEach(this::addType);
            case "_typeFilter" -> TypeFilter.parse(value).forEach(this::addFilter);
            case "_elements" -> values(value).forEach(this::addElement);
            case "patient" -> addPatient(value);
            case "_format", "_pretty" -> {
                // The form of a refusal is read with the request.
            }
            case "includeAssociatedData" ->
                leaveOut(
                        "includeAssociatedData is not supported: each Provenance is exported with the resource it is about.");
            default -> leaveOut("$export has no parameter '%s'.".formatted(name));
        }
    }

    private void leaveOut(String reason) {
        if (!kickoff.lenient()) {
            throw Refusal.notSupported(reason);
        }
        remarks.add(reason);
    }

    private static void requireFormat(String format) {
        if (!FORMATS.contains(format.replace(' ', '+'))) {
            throw Refusal.notSupported(
                    "_outputFormat cannot be '%s'; it is application/fhir+ndjson.".formatted(format));
        }
    }

    private void addType(String type) {
        if (!store.params().types().contains(type)) {
            throw Refusal.invalid("_type names '%s', which is no resource type of R4.".formatted(type), null);
        }
        types.add(type);
    }

    private void addFilter(TypeFilter filter) {
        Query query = searcher.parse(filter.type(), filter.parameters(), Optional.empty(), false);
        query.understood().stream()
                .map(Parameter::name)
                .filter(name -> OF_PAGES.contains(name.split(":", 2)[0]))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.invalid("A _typeFilter cannot have '%s'.".formatted(name), null);
                });
        filters.add(filter);
    }

    private void addElement(String name) {
        int dot = name.indexOf('.');
        if (name.indexOf('.', dot + 1) >= 0
                || (dot >= 0 && !store.params().types().contains(name.substring(0, dot)))) {
            throw Refusal.invalid("_elements has '%s'; it takes name or Patient.name.".formatted(name), null);
        }
        elements.add(name);
    }

    private void addPatient(String reference) {
        String[] parts = reference.split("/", -1);
        if (!kickoff.posted() || kickoff.level() instanceof Kickoff.Level.WholeSystem) {
            leaveOut("Patients can be named only in a posted request for the data of patients.");
        } else if (parts.length != 2 || !parts[0].equals("Patient")) {
            throw Refusal.invalid("'%s' is no reference to a patient like Patient/12.".formatted(reference), null);
        } else {
            patients.add(new ResourceKey(parts[0], parts[1]));
        }
    }

    // What is about nobody does not belong to the data of patients.
    private void keepTypesOfPatients() {
        if (kickoff.level() instanceof Kickoff.Level.WholeSystem || types.isEmpty()) {
            return;
        }
        var others = types.stream().filter(type -> !patientData.has(type)).toList();
        if (others.size() == types.size()) {
            throw Refusal.of(
                    400,
                    IssueCode.NOT_SUPPORTED,
                    "%s is never about a patient.".formatted(String.join(", ", others)),
                    null);
        }
        others.forEach(type -> remarks.add("%s is never about a patient and was left out.".formatted(type)));
        others.forEach(types::remove);
    }

    private static Stream<String> values(String list) {
        return Stream.of(list.split(",", -1)).map(String::trim).filter(value -> !value.isEmpty());
    }
}
