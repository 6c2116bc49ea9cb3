package org.parvis.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.parvis.bench.data.Synthea;
import org.parvis.bench.data.Workspace;

/** The synthetic bundles that both servers are loaded with: the directory first, then one for each patient. */
public final class Population {
    private static final int SEED = 42;

    /** Longer lives hold more entries than Parvis takes in one bundle unless it is set to: 10,000. */
    private static final long LARGEST = 25_000_000;

    private final List<Path> directory;
    private final List<Path> patients;

    private Population(List<Path> directory, List<Path> patients) {
        this.directory = directory;
        this.patients = patients;
    }

    public static Population of(Workspace workspace, int size) throws IOException {
        var bundles = new Synthea(workspace, size, SEED).bundles();
        var directory = bundles.stream().filter(Synthea::isDirectory).toList();
        var patients = bundles.stream()
                .filter(file -> !Synthea.isDirectory(file) && Synthea.size(file) <= LARGEST)
                .toList();
        return new Population(directory, patients);
    }

    public List<byte[]> directory() {
        return directory.stream().map(Population::bytes).toList();
    }

    public int patients() {
        return patients.size();
    }

    public byte[] patient(int number) {
        return bytes(patients.get(number % patients.size()));
    }

    /** The patients whose bundles are smaller than most, so that a round of loading ends in reasonable time. */
    List<Integer> smallest(int count) {
        return IntStream.range(0, patients.size())
                .boxed()
                .sorted(Comparator.comparingLong(number -> Synthea.size(patients.get(number))))
                .skip(patients.size() / 4)
                .limit(count)
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
