package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.StoreParams;

/** Conditions on references in all their written forms (R4 search.html, 3.1.1.4.12). */
final class ReferenceConditions {

    private final Context context;

    ReferenceConditions(Context context) {
        this.context = context;
    }

    Condition of(Clause.Value clause) {
        SearchParam param = clause.param();
        if (clause.modifier() == Modifier.IDENTIFIER) {
            return new TokenConditions(context)
                    .codes(param, context.stored(param, StoreParams.IDENTIFIER), clause.alternatives());
        }
        var rids = new TreeSet<Long>();
        var conditions = new ArrayList<Condition>();
        for (String written : clause.alternatives()) {
            Collection<ResourceKey> keys = keys(context.base(), param, clause.targetType(), Values.unescape(written));
            if (keys.isEmpty()) {
                conditions.add(new UriConditions(context).of(param, Modifier.NONE, written, false));
            }
            keys.stream()
                    .flatMap(key -> Optional.ofNullable(context.places().get(key)).stream())
                    .map(Place::rid)
                    .forEach(rids::add);
        }
        if (!rids.isEmpty()) {
            conditions.addFirst(targets(param, rids));
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.Any(conditions);
    }

    /** A reference leads to one of these. */
    Condition targets(SearchParam param, Set<Long> rids) {
        if (rids.isEmpty()) {
            return Condition.never();
        }
        var numbers = context.stored(param);
        boolean unique = rids.size() == 1 && numbers.size() == 1;
        return new Condition.Rows(
                "ix_reference",
                alias -> (unique
                                ? new Sql(alias + ".target = ?", rids.iterator().next())
                                : new Sql(alias + ".target = any(?)", SqlArray.longs(rids)))
                        .add(" and ")
                        .add(Conditions.paramIs(alias, numbers)),
                unique);
    }

    /** The resources of this server that a written reference may mean; none when it leads elsewhere. */
    static List<ResourceKey> keys(String base, SearchParam param, @Nullable String targetType, String written) {
        String local = written.startsWith(base + "/") ? written.substring(base.length() + 1) : written;
        if (local.contains("://") || local.startsWith("urn:")) {
            return List.of();
        }
        String[] parts = local.split("/", -1);
        if (parts.length >= 2) {
            return List.of(new ResourceKey(parts[0], parts[1]));
        }
        Collection<String> types = targetType != null ? List.of(targetType) : param.leadsTo();
        return types.stream().map(type -> new ResourceKey(type, local)).toList();
    }
}
