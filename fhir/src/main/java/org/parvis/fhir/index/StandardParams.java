package org.parvis.fhir.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** R4's own search parameters as this server indexes them ({@link IndexedTypes}), worked out type by type when asked. */
final class StandardParams {

    private final List<Definition> shared = new ArrayList<>();
    private final Map<String, List<Definition>> byType = new HashMap<>();
    private final Map<String, ParamKind> kinds = new HashMap<>();
    private final Compartments compartments;

    private StandardParams(Compartments compartments) {
        this.compartments = compartments;
    }

    static StandardParams read(Compartments compartments) {
        var standard = new StandardParams(compartments);
        for (Definition definition : StandardDefinitions.read()) {
            standard.add(StandardCorrections.apply(definition));
        }
        return standard;
    }

    /** The parameters of one resource type, each saying where its values are kept. */
    List<SearchParam> of(String type) {
        List<SearchParam> params = new ArrayList<>();
        for (Definition definition : shared) {
            if (IndexedTypes.CODES_OF_ALL.contains(definition.code())) {
                params.add(param(definition, type));
            }
        }
        for (Definition definition : byType.getOrDefault(type, List.of())) {
            if (isIndexed(definition.code(), type)) {
                params.add(param(definition, type));
            }
        }
        return Aliases.resolve(params);
    }

    /** The kind of the parameter defined at this canonical address. */
    Optional<ParamKind> kindOf(String url) {
        return Optional.ofNullable(kinds.get(url));
    }

    private void add(Definition definition) {
        kinds.put(definition.url(), definition.kind());
        if (definition.appliesToAll()) {
            shared.add(definition);
            return;
        }
        for (String type : definition.bases()) {
            byType.computeIfAbsent(type, absent -> new ArrayList<>()).add(definition);
        }
    }

    private boolean isIndexed(String code, String type) {
        return IndexedTypes.WHOLLY.contains(type)
                || IndexedTypes.CODES_OF_OTHERS.contains(code)
                || compartments.codes(Compartment.PATIENT, type).contains(code);
    }

    private SearchParam param(Definition definition, String type) {
        var param = definition.paramOf(type, this::kindOf);
        return IndexedTypes.COLUMNS.contains(definition.code()) ? param.storedAs(List.of()) : param;
    }
}
