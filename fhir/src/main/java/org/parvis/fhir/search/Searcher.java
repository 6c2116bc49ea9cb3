package org.parvis.fhir.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.index.Compartment;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.Query.Summary;
import org.parvis.fhir.search.Query.Total;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Versions;
import org.parvis.fhir.store.Visibility;

/** Runs searches. A search reads and never writes, and its page is one moment of the store. */
public final class Searcher {

    private final Store store;
    private final SearchLimits limits;
    private final PageLinks links;

    public Searcher(Store store, SearchLimits limits) {
        this.store = store;
        this.limits = limits;
        this.links = new PageLinks(store.secret("page-links"));
    }

    /** A row of a page: the resource and the keys it is sorted by. */
    private record Hit(Version version, List<@Nullable String> keys) {}

    /**
     * Reads a query.
     *
     * @param centre the resource whose compartment is searched
     * @throws Refusal 400 when a parameter is unknown or cannot be read
     */
    public Query parse(String type, List<Parameter> parameters, Optional<ResourceKey> centre, boolean lenient) {
        SearchParams params = store.params();
        if (!params.types().contains(type)) {
            throw Refusal.notFound("'%s' is no resource type of R4.".formatted(type));
        }
        var parser = new QueryParser(params, store.definitions()::unfinished, limits, type, lenient);
        centre.ifPresent(key -> parser.add(new Clause.Compartment(key, compartment(params, key, type))));
        return parser.parse(parameters);
    }

    /** Reads a conditional reference, `Type?name=value`; every parameter must be known. */
    public Query parse(String reference) {
        int mark = reference.indexOf('?');
        return parse(
                reference.substring(0, mark), Parameter.parse(reference.substring(mark + 1)), Optional.empty(), false);
    }

    /** Runs a query and reads one page. */
    public Page page(Query query, Permit permit, String base) {
        boolean alone = query.includes().isEmpty()
                && query.total() == Total.NONE
                && query.summary() != Summary.COUNT
                && query.clauses().stream().noneMatch(Searcher::looksAhead);
        return alone
                ? store.database().read(connection -> page(connection, query, permit, base))
                : store.database().readConsistently(connection -> page(connection, query, permit, base));
    }

    /** The places of at most this many matches, within a transaction that goes on to write them. */
    public List<Version> matches(Connection connection, Query query, Permit permit, String base, int limit)
            throws SQLException {
        Context context = context(connection, query, permit, base);
        return hits(context, query, selection(context, query), limit).stream()
                .map(Hit::version)
                .toList();
    }

    private static boolean looksAhead(Clause clause) {
        return clause instanceof Clause.Chain || clause instanceof Clause.Has;
    }

    private Page page(Connection connection, Query query, Permit permit, String base) throws SQLException {
        Context context = context(connection, query, permit, base);
        OptionalLong total = total(context, query);
        if (query.summary() == Summary.COUNT || query.count() == 0) {
            long count = total.isPresent() ? total.getAsLong() : count(context, query);
            return new Page(query, List.of(), List.of(), OptionalLong.of(count), Optional.empty(), false);
        }
        List<Hit> hits = hits(context, query, selection(context, query), query.count() + 1);
        boolean more = hits.size() > query.count();
        List<Hit> shown = more ? hits.subList(0, query.count()) : hits;
        Optional<String> next = more ? Optional.of(links.seal(shown.getLast().keys(), query.text())) : Optional.empty();
        var matches = shown.stream().map(Hit::version).toList();
        var includes = new Includes(context, store, limits.mostIncluded());
        var included = includes.of(matches, query.includes());
        return new Page(query, matches, included, total, next, includes.isCut());
    }

    private OptionalLong total(Context context, Query query) throws SQLException {
        return query.total() == Total.NONE ? OptionalLong.empty() : OptionalLong.of(count(context, query));
    }

    private long count(Context context, Query query) throws SQLException {
        var selection = selection(context, query);
        return context.rows(selection.count(), selection.hasOnePlan(), row -> row.getLong(1))
                .getFirst();
    }

    private List<Hit> hits(Context context, Query query, Selection selection, int limit) throws SQLException {
        var order = new Order(context, query.sorts(), selection);
        query.page().ifPresent(page -> selection.restrict(order.after(links.open(page, query.text()))));
        // Bodies are fetched for the page only, never carried through a sort.
        var narrow = selection
                .select(selection.base() + ".patient, " + selection.base() + ".rid, " + order.columns())
                .add(order.sql() + " limit " + limit);
        var sql = new Sql("select " + Versions.COLUMNS + ", h.* from (")
                .add(narrow)
                .add(") h join fhir.resource r on (r.rid, r.patient) = (h.rid, h.patient)" + order.sqlOfNames());
        return context.rows(sql, selection.hasOnePlan(), row -> hit(row, order));
    }

    private Hit hit(ResultSet row, Order order) throws SQLException {
        return new Hit(store.versions().read(row), order.read(row));
    }

    /** The resources that a query finds. */
    Selection selection(Context context, Query query) throws SQLException {
        var conditions = new Conditions(context, query.type());
        var clauses = new ArrayList<Clause>();
        for (Clause clause : query.clauses()) {
            clauses.add(conditions.foreseen(clause));
        }
        var scope = Scope.of(context, query.type(), clauses);
        var compiled = clauses.stream()
                .filter(clause -> !scope.tells(clause))
                .map(conditions::of)
                .toList();
        var told = scope.told().map(clause -> once(conditions.of(bySubject(context, query.type(), clause))));
        return new Selection(context, query.type(), compiled, told, scope);
    }

    // A resource that stands under a patient has that patient as its one subject, whatever else it has the patient for.
    private static Clause bySubject(Context context, String type, Clause told) {
        return told instanceof Clause.Compartment(ResourceKey centre, List<SearchParam> _)
                ? new Clause.Compartment(
                        centre, List.of(context.params().patientParam(type).orElseThrow()))
                : told;
    }

    private static Condition once(Condition told) {
        return told instanceof Condition.Rows rows ? rows.once() : told;
    }

    /** What compiling a query needs to know. */
    Context context(Connection connection, Query query, Permit permit, String base) throws SQLException {
        Visibility visible = store.visibility(connection, permit);
        Set<ResourceKey> mentioned = Mentions.of(query, base);
        Set<ResourceKey> shared = new HashSet<>();
        Map<ResourceKey, Place> places =
                mentioned.isEmpty() ? Map.of() : store.identities().mentioned(connection, mentioned, shared::add);
        return new Context(
                connection,
                store.words(),
                store.params(),
                store.ucum(),
                places,
                shared,
                new StoredCodeSets(store, connection, visible, base),
                visible,
                base,
                store.settings().zone(),
                store.settings().clock().instant());
    }

    private static List<SearchParam> compartment(SearchParams params, ResourceKey centre, String type) {
        for (Compartment compartment : Compartment.values()) {
            if (compartment.type().equals(centre.type())) {
                return params.compartment(compartment, type);
            }
        }
        throw Refusal.of(404, IssueCode.NOT_SUPPORTED, "%s has no compartment.".formatted(centre.type()), null);
    }
}
