package org.parvis.bench.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parvis.bench.server.Launch.Brand;

/** The samples of every round, by server and measure; a figure is the median of its rounds. */
final class Results {
    private final Map<Brand, Map<Measure, List<Sample>>> samples = new EnumMap<>(Brand.class);

    void add(Brand brand, Measure measure, Sample sample) {
        samples.computeIfAbsent(brand, anew -> new EnumMap<>(Measure.class))
                .computeIfAbsent(measure, anew -> new ArrayList<>())
                .add(sample);
    }

    boolean has(Measure measure) {
        return samples.values().stream().allMatch(byMeasure -> byMeasure.containsKey(measure));
    }

    /** The round whose processor time per operation is the median. */
    Sample byCpu(Brand brand, Measure measure) {
        return median(brand, measure, Comparator.comparingDouble(Sample::cpuMillis));
    }

    /** The round whose rate is the median. */
    Sample byWall(Brand brand, Measure measure) {
        return median(brand, measure, Comparator.comparingDouble(Sample::perSecond));
    }

    private Sample median(Brand brand, Measure measure, Comparator<Sample> order) {
        var all = samples.getOrDefault(brand, Map.of()).getOrDefault(measure, List.of());
        return all.stream().sorted(order).toList().get(all.size() / 2);
    }
}
