package org.parvis.fhir.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A name by which resources of one type can be searched, and the path to its values.
 *
 * @param url canonical address of its definition
 * @param expression FHIRPath from a resource of {@code resourceType}; empty when the store keeps it as a column
 * @param targets resource types that a reference may lead to; empty for other kinds
 * @param components the two halves of a composite; empty for other kinds
 * @param storedAs where its values are kept: itself, or the parameters whose values together are its own; empty when
 *     the store keeps it as a column ({@code _id}, {@code _lastUpdated})
 */
public record SearchParam(
        String resourceType,
        String code,
        ParamKind kind,
        String url,
        String expression,
        Set<String> targets,
        List<Component> components,
        List<StoredParam> storedAs) {

    /** Suffix of the code under which {@code :of-type} searches find identifiers by type and value. */
    public static final String OF_TYPE = ":of-type";

    public SearchParam {
        targets = Set.copyOf(targets);
        components = List.copyOf(components);
        storedAs = List.copyOf(storedAs);
    }

    /** Whether values are kept under this parameter's own code. */
    public boolean isStored() {
        return storedAs.size() == 1 && storedAs.getFirst().equals(StoredParam.whole(code));
    }

    /** The resource types that its references really lead to: `patient` is declared for groups too, but never shows one. */
    public Set<String> leadsTo() {
        var restrictions = new HashSet<String>();
        for (StoredParam stored : storedAs) {
            if (stored.targetType() != null) {
                restrictions.add(stored.targetType());
            }
        }
        return restrictions.isEmpty() ? targets : Set.copyOf(restrictions);
    }

    /** The derived parameter of an identifier parameter: system = the type's system, code = {@code type|value}. */
    public SearchParam ofType() {
        var derived = code + OF_TYPE;
        return new SearchParam(
                resourceType, derived, kind, url, expression, targets, components, List.of(StoredParam.whole(derived)));
    }

    SearchParam storedAs(List<StoredParam> stored) {
        return new SearchParam(resourceType, code, kind, url, expression, targets, components, stored);
    }
}
