package org.parvis.fhir.export;

import java.util.List;
import org.parvis.fhir.search.Sweep.Slice;

/**
 * One file of an export and how far it is.
 *
 * @param filter the filter whose resources it holds; empty when all of the type are wanted
 * @param expected how many resources it will hold, counted at the start; -1 when counting took too long
 * @param bytes its length that is safely on disk
 * @param position where reading goes on behind these bytes
 */
record ExportFile(
        String job,
        int number,
        Kind kind,
        String type,
        String filter,
        long expected,
        long resources,
        long bytes,
        List<String> position,
        boolean done) {

    /** What a file's lines are. */
    enum Kind {
        RESOURCES,
        DELETIONS,
        REMARKS
    }

    ExportFile {
        position = List.copyOf(position);
    }

    static ExportFile planned(String job, int number, Kind kind, String type, String filter, long expected) {
        return new ExportFile(job, number, kind, type, filter, expected, 0, 0, List.of(), false);
    }

    /** The file's name, unlike any other of the same export. */
    String name() {
        return "%s-%d.ndjson".formatted(shownType(), number);
    }

    /** The resource type that the manifest names. */
    String shownType() {
        return switch (kind) {
            case RESOURCES -> type;
            case DELETIONS -> "Bundle";
            case REMARKS -> "OperationOutcome";
        };
    }

    /** The file with a slice more, now this long. */
    ExportFile with(Slice slice, long length) {
        return grown(resources + slice.versions().size(), length, slice.position());
    }

    /** The file with all that goes into it, this long. */
    ExportFile whole(int lines, long length) {
        return grown(lines, length, List.of());
    }

    private ExportFile grown(long lines, long length, List<String> next) {
        return new ExportFile(job, number, kind, type, filter, expected, lines, length, next, next.isEmpty());
    }
}
