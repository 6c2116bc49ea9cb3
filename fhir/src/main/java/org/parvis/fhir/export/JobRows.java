package org.parvis.fhir.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.search.Sweep.People;

/** Rows of exports and their files, back into what they say. */
final class JobRows {

    static final String COLUMNS = "id, state, requester, organisation, permit, address, base, people, patients, types,"
            + " filters, elements, remarks, since, requested_at, moment, ended_at, expires_at, error";

    static final String FILE_COLUMNS = "export, number, kind, type, filter, expected, resources, bytes, position, done";

    private JobRows() {}

    /** The word for a kind of people. */
    static String people(People people) {
        return switch (people) {
            case People.Anybody _ -> "anybody";
            case People.EveryPatient _ -> "every patient";
            case People.Some _ -> "some";
        };
    }

    /** The patients named one by one. */
    static List<Long> patients(People people) {
        return people instanceof People.Some(List<Long> rids) ? rids : List.of();
    }

    /** Reads a row of {@link #COLUMNS}. */
    static Job read(ResultSet row) throws SQLException {
        String organisation = row.getString(4);
        var caller = new Caller(
                row.getString(3),
                organisation.isEmpty() ? Optional.empty() : Optional.of(organisation),
                PermitText.read(row.getString(5)));
        var request = new ExportRequest(
                caller,
                row.getString(6),
                row.getString(7),
                readPeople(row),
                texts(row, 10),
                texts(row, 11).stream().map(TypeFilter::of).toList(),
                new Elements(texts(row, 12)),
                row.getLong(14),
                texts(row, 13));
        return new Job(
                row.getString(1),
                request,
                JobState.of(row.getString(2)),
                row.getLong(15),
                row.getLong(16),
                row.getLong(17),
                row.getLong(18),
                row.getString(19));
    }

    private static People readPeople(ResultSet row) throws SQLException {
        return switch (row.getString(8)) {
            case "anybody" -> new People.Anybody();
            case "every patient" -> new People.EveryPatient();
            default -> new People.Some(List.of((Long[]) row.getArray(9).getArray()));
        };
    }

    /** Reads a row of {@link #FILE_COLUMNS}. */
    static ExportFile readFile(ResultSet row) throws SQLException {
        return new ExportFile(
                row.getString(1),
                row.getInt(2),
                ExportFile.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                texts(row, 9),
                row.getBoolean(10));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
