package org.parvis.fhir.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ResourceType;

/** All names by which resources can be searched, by resource type. Immutable: a new parameter makes a new registry. */
public final class SearchParams {

    private static final Set<String> TYPES =
            Stream.of(ResourceType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** Codes under which a type names the one patient it is about, the most telling first. */
    private static final List<String> PATIENT_CODES = List.of("patient", "subject", "beneficiary", "individual");

    private final StandardParams standard;
    private final Compartments compartments;
    private final Map<String, Map<String, SearchParam>> byType;

    private SearchParams(
            StandardParams standard, Compartments compartments, Map<String, Map<String, SearchParam>> byType) {
        this.standard = standard;
        this.compartments = compartments;
        this.byType = new ConcurrentHashMap<>(byType);
    }

    /** The standard parameters of R4, as far as this server indexes them ({@link IndexedTypes}). */
    public static SearchParams r4() {
        var compartments = Compartments.read();
        return new SearchParams(StandardParams.read(compartments), compartments, Map.of());
    }

    /** The parameter of this code on this type. */
    public Optional<SearchParam> find(String type, String code) {
        return Optional.ofNullable(byCode(type).get(code));
    }

    /** All parameters of this type, those that others stand for included. */
    public Collection<SearchParam> of(String type) {
        return byCode(type).values();
    }

    /** All resource types of R4. */
    public Set<String> types() {
        return TYPES;
    }

    /** This registry and one parameter more, which takes the place of one with the same type and code. */
    public SearchParams with(SearchParam param) {
        Map<String, SearchParam> codes = new TreeMap<>(byCode(param.resourceType()));
        codes.put(param.code(), param);
        return changed(param.resourceType(), codes);
    }

    /** This registry without the parameter of this code on this type. */
    public SearchParams without(String type, String code) {
        Map<String, SearchParam> codes = new TreeMap<>(byCode(type));
        codes.remove(code);
        return changed(type, codes);
    }

    /** The parameter through which a resource of this type is about one patient; empty where it never is. */
    public Optional<SearchParam> patientParam(String type) {
        var memberships = compartments.codes(Compartment.PATIENT, type);
        return PATIENT_CODES.stream()
                .filter(code -> code.equals("patient") || memberships.contains(code))
                .flatMap(code -> find(type, code).stream())
                .filter(param -> param.kind() == ParamKind.REFERENCE)
                .findFirst();
    }

    /** The parameters through which a resource of this type belongs to a patient's compartment. */
    public List<SearchParam> patientCompartment(String type) {
        return compartment(Compartment.PATIENT, type);
    }

    /** The parameters through which a resource of this type belongs to a compartment; empty when it never does. */
    public List<SearchParam> compartment(Compartment compartment, String type) {
        return compartments.codes(compartment, type).stream()
                .flatMap(code -> find(type, code).stream())
                .toList();
    }

    /** Whether this is a parameter of R4's own that this server has. */
    boolean isBuiltIn(String type, String code, String url) {
        return standard.kindOf(url).isPresent()
                && find(type, code).filter(param -> param.url().equals(url)).isPresent();
    }

    /** The kind of the parameter defined at this canonical address, for the halves of a composite. */
    public Optional<ParamKind> kindOf(String url) {
        return standard.kindOf(url)
                .or(() -> byType.values().stream()
                        .flatMap(codes -> codes.values().stream())
                        .filter(param -> param.url().equals(url))
                        .map(SearchParam::kind)
                        .findFirst());
    }

    private SearchParams changed(String type, Map<String, SearchParam> codes) {
        var changed = new SearchParams(standard, compartments, byType);
        changed.byType.put(type, codes);
        return changed;
    }

    private Map<String, SearchParam> byCode(String type) {
        return TYPES.contains(type) ? byType.computeIfAbsent(type, this::standardOf) : Map.of();
    }

    private Map<String, SearchParam> standardOf(String type) {
        Map<String, SearchParam> codes = new TreeMap<>();
        standard.of(type).forEach(param -> codes.put(param.code(), param));
        return codes;
    }
}
