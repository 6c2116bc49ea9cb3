package org.parvis.fhir.export;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.parvis.fhir.export.ExportFile.Kind;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Dictionary;
import org.parvis.fhir.store.Store;

/** Work on one job until it is complete, called off or interrupted; another run goes on where this one ended. */
final class JobRun {

    private final Store store;
    private final Jobs jobs;
    private final Contents contents;
    private final ExportFolder folder;
    private final Duration lifetime;
    private final BooleanSupplier interrupted;

    JobRun(
            Store store,
            Jobs jobs,
            Contents contents,
            ExportFolder folder,
            Duration lifetime,
            BooleanSupplier interrupted) {
        this.store = store;
        this.jobs = jobs;
        this.contents = contents;
        this.folder = folder;
        this.lifetime = lifetime;
        this.interrupted = interrupted;
    }

    void run(Job job) throws IOException, InterruptedException {
        if (job.state() == JobState.WAITING) {
            begin(job);
        }
        Job begun = jobs.find(job.id()).orElseThrow();
        for (ExportFile file : jobs.files(job.id())) {
            if (!file.done() && !write(begun, file)) {
                return;
            }
        }
        long now = store.settings().clock().millis() * 1000;
        jobs.complete(job.id(), now, now + lifetime.toMillis() * 1000);
    }

    // The moment is chosen first and settled: what is counted and read afterwards can only shrink.
    private void begin(Job job) throws InterruptedException {
        long moment = store.settledMoment();
        var files = new ArrayList<ExportFile>();
        for (String type : types(job.request())) {
            for (String filter : filters(job.request(), type)) {
                long expected = expected(job.request(), moment, type, filter);
                if (expected != 0) {
                    files.add(ExportFile.planned(job.id(), files.size(), Kind.RESOURCES, type, filter, expected));
                }
            }
            if (job.request().isOfChanges()) {
                files.add(ExportFile.planned(job.id(), files.size(), Kind.DELETIONS, type, "", -1));
            }
        }
        if (!job.request().remarks().isEmpty()) {
            files.add(ExportFile.planned(
                    job.id(),
                    files.size(),
                    Kind.REMARKS,
                    "",
                    "",
                    job.request().remarks().size()));
        }
        jobs.begin(job.id(), moment, files);
    }

    private Collection<String> types(ExportRequest request) {
        var wanted = request.types().isEmpty() ? store.params().types() : request.types();
        var types = new TreeSet<>(wanted);
        types.removeIf(type -> store.words().known(Dictionary.Kind.TYPE, type).isEmpty());
        return types;
    }

    private static List<String> filters(ExportRequest request, String type) {
        var filters = request.filters(type).stream()
                .map(TypeFilter::toString)
                .distinct()
                .toList();
        return filters.isEmpty() ? List.of("") : filters;
    }

    // A count that takes too long is only a progress less, no reason to give up.
    private long expected(ExportRequest request, long moment, String type, String filter) {
        try {
            return contents.count(request, moment, type, filter);
        } catch (Refusal refusal) {
            if (refusal.status() == 503) {
                return -1;
            }
            throw refusal;
        }
    }

    /** Writes a file from where it is to its end; false when the job is interrupted or no longer wanted. */
    private boolean write(Job job, ExportFile planned) throws IOException {
        ExportFile file = planned;
        try (var out = folder.open(job.id(), file.name(), file.bytes())) {
            while (!file.done()) {
                if (interrupted.getAsBoolean()) {
                    return false;
                }
                file = step(job, file, out);
                if (!jobs.save(file)) {
                    folder.remove(job.id());
                    return false;
                }
            }
        }
        return true;
    }

    private ExportFile step(Job job, ExportFile file, NdjsonFile out) throws IOException {
        if (file.kind() == Kind.REMARKS) {
            List<byte[]> remarks = contents.remarks(job.request());
            for (byte[] remark : remarks) {
                out.add(remark);
            }
            return file.whole(remarks.size(), out.save());
        }
        var slice = contents.next(job, file);
        for (var version : slice.versions()) {
            out.add(contents.line(job, version));
        }
        return file.with(slice, out.save());
    }
}
