package org.parvis.fhir.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.CallerJson;
import org.parvis.fhir.search.Sweep.People;

/** Rows of exports and their files, back into what they say. */
final class JobRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String COLUMNS = "id, state, requester, caller, address, base, people, patients, types,"
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
        var request = new ExportRequest(
                caller(row.getString(4)),
                row.getString(5),
                row.getString(6),
                readPeople(row),
                texts(row, 9),
                texts(row, 10).stream().map(TypeFilter::of).toList(),
                new Elements(texts(row, 11)),
                row.getLong(13),
                texts(row, 12));
        return new Job(
                row.getString(1),
                request,
                JobState.of(row.getString(2)),
                row.getLong(14),
                row.getLong(15),
                row.getLong(16),
                row.getLong(17),
                row.getString(18));
    }

    private static People readPeople(ResultSet row) throws SQLException {
        return switch (row.getString(7)) {
            case "anybody" -> new People.Anybody();
            case "every patient" -> new People.EveryPatient();
            default -> new People.Some(List.of((Long[]) row.getArray(8).getArray()));
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

    private static Caller caller(String kept) {
        try {
            return CallerJson.read(JSON.readTree(kept));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a caller: " + kept, e);
        }
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
