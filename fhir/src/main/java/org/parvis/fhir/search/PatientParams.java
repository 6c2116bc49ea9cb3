package org.parvis.fhir.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;

/** The parameters through which resources belong to a patient's compartment or are about a patient. */
final class PatientParams {

    private PatientParams() {}

    /** Those of these resource types. */
    static Stream<SearchParam> of(SearchParams params, Stream<String> types) {
        return types.flatMap(
                type -> Stream.concat(params.patientCompartment(type).stream(), params.patientParam(type).stream()));
    }

    /** The numbers under which values of parameters are stored, for those that anything stored uses. */
    static List<Integer> numbers(Connection connection, Stream<SearchParam> params) throws SQLException {
        var words = params.flatMap(
                        param -> param.storedAs().stream().map(stored -> param.resourceType() + "." + stored.code()))
                .distinct()
                .toList();
        return Statements.list(
                connection,
                new Sql(
                        "select w.id from fhir.word w where w.kind = ? and w.word = any(?)",
                        Kind.PARAMETER.column(),
                        SqlArray.texts(words)),
                row -> row.getInt(1));
    }
}
