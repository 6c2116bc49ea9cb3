package org.parvis.trace;

import java.util.List;
import org.parvis.fhir.trace.TraceFigures.Volume;

/** Those who accessed far more patients than others do: worth a look, and no more than that. */
public record Outliers(List<Volume> volumes, long usual) {

    /** How many times the usual is far more. */
    public static final int FAR = 5;

    private static final int WORTH_A_LOOK = 20;

    public Outliers {
        volumes = List.copyOf(volumes);
    }

    /** @param all what each person accessed */
    static Outliers among(List<Volume> all) {
        long usual = median(all.stream().map(Volume::patients).sorted().toList());
        return new Outliers(
                all.stream()
                        .filter(volume -> volume.patients() >= Math.max(WORTH_A_LOOK, FAR * usual))
                        .toList(),
                usual);
    }

    private static long median(List<Long> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
    }
}
