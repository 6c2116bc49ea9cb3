package org.parvis.fhir.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.index.StoredParam;
import org.parvis.fhir.index.Ucum;
import org.parvis.fhir.store.Dictionary;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.IndexText;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Visibility;

/**
 * What compiling a query needs to know of the store at this moment.
 *
 * @param connection on which a query may look ahead
 * @param places where the resources named in the query stand
 * @param shared those of them that are patients whom some resource names among others
 * @param base address of this server, to recognise absolute references to itself
 * @param zone in which dates without a zone are meant
 */
record Context(
        Connection connection,
        Dictionary words,
        SearchParams params,
        Ucum ucum,
        Map<ResourceKey, Place> places,
        Set<ResourceKey> shared,
        CodeSets codeSets,
        Visibility visible,
        String base,
        ZoneId zone,
        Instant now) {

    /** A number that no word has. */
    static final int UNKNOWN = -1;

    /**
     * Runs a statement.
     *
     * @param onePlan whether it is always best run in the same way; else it is planned with the values at hand, since a
     *     search of a rare code and of a frequent one deserve different plans
     */
    <T> List<T> rows(Sql sql, boolean onePlan, Statements.RowReader<T> reader) throws SQLException {
        return onePlan
                ? Statements.list(connection, sql.withOnePlan(), reader)
                : Statements.listPlanned(connection, sql, reader);
    }

    int type(String type) {
        return words.number(Kind.TYPE, type);
    }

    int system(String system) {
        return words.known(Kind.SYSTEM, IndexText.cut(system)).orElse(UNKNOWN);
    }

    /** The number of a stored parameter. */
    int param(String type, String code) {
        return words.known(Kind.PARAMETER, type + "." + code).orElse(UNKNOWN);
    }

    /** The numbers under which the values of this parameter are stored. */
    List<Integer> stored(SearchParam param) {
        return stored(param, "");
    }

    /** The same for a derived parameter, such as `:identifier`. */
    List<Integer> stored(SearchParam param, String suffix) {
        var numbers = new ArrayList<Integer>();
        for (StoredParam stored : param.storedAs()) {
            numbers.add(param(param.resourceType(), stored.code() + suffix));
        }
        return numbers;
    }

    /** The only type that this parameter's references may lead to, when it stands for a part of a stored one. */
    Optional<Integer> restriction(SearchParam param) {
        return param.storedAs().stream()
                .flatMap(stored -> Optional.ofNullable(stored.targetType()).stream())
                .map(this::type)
                .findFirst();
    }
}
