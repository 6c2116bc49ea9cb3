package org.parvis.fhir.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.index.ParamKind;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Versions;
import org.parvis.fhir.store.Visibility;

/**
 * All that the store knows about one patient, page by page: the patient, what belongs to the compartment or is about
 * the patient, and what these refer to, as far as it is about nobody (professionals, places, medications, devices).
 */
public final class Everything {

    /** Dates that say when a person lived, not when care took place. */
    private static final Set<String> DATES_OF_LIFE = Set.of("birthdate", "death-date");

    private final Store store;
    private final SearchLimits limits;
    private final PageLinks links;

    public Everything(Store store, SearchLimits limits) {
        this.store = store;
        this.limits = limits;
        this.links = new PageLinks(store.secret("page-links"));
    }

    /**
     * One page.
     *
     * @param next the `_page` value of the following page
     * @param includesCut whether the cap on includes left some out
     */
    public record Page(List<Version> matches, List<Version> included, Optional<String> next, boolean includesCut) {

        public Page {
            matches = List.copyOf(matches);
            included = List.copyOf(included);
        }
    }

    /** Reads what is wanted; refuses with 400 what cannot be read, and unknown parameters unless lenient. */
    public EverythingWish wish(ResourceKey patient, List<Parameter> parameters, boolean lenient) {
        return new EverythingWish.Reader(
                        store.params().types(), limits, store.settings().zone())
                .read(patient, parameters, lenient);
    }

    /** Reads one page, all of it as of one moment. */
    public Page page(EverythingWish wish, Permit permit) {
        long after = wish.page()
                .map(page -> links.open(page, wish.text()))
                .map(keys -> Long.parseLong(String.valueOf(keys.getFirst())))
                .orElse(0L);
        return store.database().readConsistently(connection -> {
            Visibility visible = store.visibility(connection, permit);
            var patient = store.identities()
                    .rids(
                            connection,
                            wish.patient().type(),
                            Set.of(wish.patient().id()));
            return patient.isEmpty()
                    ? new Page(List.of(), List.of(), Optional.empty(), false)
                    : page(connection, wish, patient.getFirst(), after, visible);
        });
    }

    private Page page(Connection connection, EverythingWish wish, long patient, long after, Visibility visible)
            throws SQLException {
        Sql matches = matches(connection, wish, patient, after).add(visible.and("r"));
        matches.add(" order by r.rid <> ?, r.rid limit ?", patient, wish.count() + 1);
        List<Version> found = Statements.listPlanned(connection, matches, store.versions()::read);
        boolean more = found.size() > wish.count();
        List<Version> shown = more ? found.subList(0, wish.count()) : found;
        List<Version> included = Statements.listPlanned(
                connection,
                referred(shown, wish).add(visible.and("r")).add(" limit ?", limits.mostIncluded() + 1),
                store.versions()::read);
        boolean cut = included.size() > limits.mostIncluded();
        Optional<String> next = more
                ? Optional.of(links.seal(
                        List.of(String.valueOf(shown.getLast().place().rid())), wish.text()))
                : Optional.empty();
        return new Page(shown, cut ? included.subList(0, limits.mostIncluded()) : included, next, cut);
    }

    // The patient comes first and whatever else is left out; then all others in the order of their rids.
    private Sql matches(Connection connection, EverythingWish wish, long patient, long after) throws SQLException {
        Sql members = members(connection, wish, patient);
        var sql = new Sql("select " + Versions.COLUMNS + " from (select f.rid, f.patient ")
                .add(members)
                .add(" union select ?::bigint, ?::bigint", patient, patient)
                .add(") m join fhir.resource r on (r.rid, r.patient) = (m.rid, m.patient)");
        var kept = new Sql("r.updated > ?", wish.since());
        if (wish.care().isPresent()) {
            sql.add(" left join (")
                    .add(dates(connection, wish, patient, wish.care().get(), members))
                    .add(") d on d.rid = r.rid");
            kept.add(" and d.inside is not false");
        }
        sql.add(" where (r.rid = ? or (", patient).add(kept).add("))");
        sql.add(" and (r.rid <> ?, r.rid) > (?, ?)", patient, after != 0 && after != patient, after);
        return ofTypes(sql, wish);
    }

    /** The index rows through which resources belong to the patient, from FROM on. */
    private Sql members(Connection connection, EverythingWish wish, long patient) throws SQLException {
        var memberships = PatientParams.of(store.params(), types(wish));
        return new Sql(
                "from fhir.ix_reference f where f.target = ? and f.param = any(?)",
                patient,
                SqlArray.ints(PatientParams.numbers(connection, memberships)));
    }

    /** Of each member that has dates of care, whether one of them touches the time asked for. */
    private Sql dates(Connection connection, EverythingWish wish, long patient, DateRange care, Sql members)
            throws SQLException {
        SearchParams params = store.params();
        var dates = types(wish)
                .flatMap(type -> params.of(type).stream())
                .filter(param -> param.kind() == ParamKind.DATE && !DATES_OF_LIFE.contains(param.code()));
        var ofCare = new Sql(
                "select d.rid, bool_or(d.low < ? and d.high > ?) as inside from fhir.ix_date d where d.param = any(?)",
                care.highMicros(),
                care.lowMicros(),
                SqlArray.ints(PatientParams.numbers(connection, dates)));
        return new Sql()
                .add(ofCare)
                .add(" and d.patient = ? group by d.rid union all ", patient)
                .add(ofCare)
                .add(" and d.patient = 0 and d.rid in (select f.rid ")
                .add(members)
                .add(" and f.patient = 0) group by d.rid");
    }

    private Sql referred(Collection<Version> shown, EverythingWish wish) {
        var rids = shown.stream().map(version -> version.place().rid()).toList();
        var sql = new Sql(
                "select " + Versions.COLUMNS + " from fhir.resource r where r.rid in"
                        + " (select f.target from fhir.ix_reference f where f.rid = any(?))"
                        + " and r.patient = 0 and not r.shared",
                SqlArray.longs(rids));
        return ofTypes(sql, wish);
    }

    private Sql ofTypes(Sql sql, EverythingWish wish) {
        if (wish.types().isEmpty()) {
            return sql;
        }
        var numbers = wish.types().stream()
                .flatMap(type -> store.words().known(Kind.TYPE, type).stream())
                .toList();
        return sql.add(" and r.type = any(?)", SqlArray.ints(numbers));
    }

    private Stream<String> types(EverythingWish wish) {
        return (wish.types().isEmpty() ? store.params().types() : wish.types()).stream();
    }
}
