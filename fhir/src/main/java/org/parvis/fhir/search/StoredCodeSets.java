package org.parvis.fhir.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.IndexText;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.StoreFault;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Versions;
import org.parvis.fhir.store.Visibility;

/** Codes of the ValueSets stored here: their expansion when they carry one, else the codes that they list. */
final class StoredCodeSets implements CodeSets {

    private final Store store;
    private final Connection connection;
    private final Visibility visible;
    private final String base;

    StoredCodeSets(Store store, Connection connection, Visibility visible, String base) {
        this.store = store;
        this.connection = connection;
        this.visible = visible;
        this.base = base;
    }

    @Override
    public List<Code> codes(String valueSet) {
        try {
            ObjectNode tree = find("ValueSet", valueSet)
                    .map(store::tree)
                    .orElseThrow(
                            () -> Refusal.invalid("The value set '%s' is not stored here.".formatted(valueSet), null));
            return tree.path("expansion").has("contains") ? expanded(tree.path("expansion")) : listed(tree, valueSet);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private Optional<Version> find(String type, String address) throws SQLException {
        String local = address.startsWith(base + "/") ? address.substring(base.length() + 1) : address;
        if (local.startsWith(type + "/")) {
            return store.versions()
                    .current(connection, new ResourceKey(type, local.substring(type.length() + 1)), visible);
        }
        int bar = address.indexOf('|');
        String url = IndexText.cut(bar < 0 ? address : address.substring(0, bar));
        var sql = new Sql(
                        "select " + Versions.COLUMNS
                                + " from fhir.ix_token t join fhir.resource r on (r.rid, r.patient) ="
                                + " (t.rid, t.patient) where t.param = ? and t.code = '' and t.sys = ?",
                        store.words().number(Kind.PARAMETER, type + ".url"),
                        store.words().known(Kind.SYSTEM, url).orElse(Context.UNKNOWN))
                .add(visible.and("r"))
                .add(" order by r.updated desc limit 1");
        return Statements.first(connection, sql, store.versions()::read);
    }

    private static List<Code> expanded(JsonNode container) {
        var codes = new ArrayList<Code>();
        for (JsonNode item : container.path("contains")) {
            if (item.has("code") && !item.path("abstract").asBoolean()) {
                codes.add(
                        new Code(item.path("system").asText(), item.path("code").asText()));
            }
            codes.addAll(expanded(item));
        }
        return codes;
    }

    private List<Code> listed(ObjectNode valueSet, String address) throws SQLException {
        var codes = new ArrayList<Code>();
        for (JsonNode include : valueSet.path("compose").path("include")) {
            if (include.has("filter")) {
                throw notListed(address);
            }
            for (JsonNode other : include.path("valueSet")) {
                codes.addAll(codes(other.asText()));
            }
            codes.addAll(
                    include.has("concept")
                            ? concepts(include, include.path("system").asText())
                            : wholeSystem(include));
        }
        for (JsonNode exclude : valueSet.path("compose").path("exclude")) {
            codes.removeAll(concepts(exclude, exclude.path("system").asText()));
        }
        return codes;
    }

    private List<Code> wholeSystem(JsonNode include) throws SQLException {
        if (!include.has("system")) {
            return List.of();
        }
        String system = include.path("system").asText();
        return find("CodeSystem", system)
                .map(store::tree)
                .map(tree -> concepts(tree, system))
                .orElseThrow(() -> notListed(system));
    }

    private static List<Code> concepts(JsonNode container, String system) {
        var codes = new ArrayList<Code>();
        for (JsonNode concept : container.path("concept")) {
            codes.add(new Code(system, concept.path("code").asText()));
            codes.addAll(concepts(concept, system));
        }
        return codes;
    }

    private static Refusal notListed(String address) {
        return Refusal.invalid("The codes of '%s' cannot be listed here.".formatted(address), null);
    }
}
