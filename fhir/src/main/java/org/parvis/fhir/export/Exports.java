package org.parvis.fhir.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.content.Projection;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.Store;

/** The door to bulk exports: ask for one, follow it, fetch its files, call it off. */
public final class Exports implements AutoCloseable {

    private final Store store;
    private final Searcher searcher;
    private final ExportSettings settings;
    private final ExportFolder folder;
    private final Jobs jobs;
    private final FileLinks links;
    private final JobRunner runner;

    private Exports(Store store, Searcher searcher, Projection projection, ExportSettings settings) {
        this.store = store;
        this.searcher = searcher;
        this.settings = settings;
        this.folder = new ExportFolder(settings.folder());
        this.jobs = new Jobs(store.database());
        this.links = new FileLinks(store.secret("export-links"));
        this.runner = new JobRunner(store, jobs, new Contents(store, searcher, projection), settings);
    }

    /** Opens the door, and goes on with the exports that were not at their end when it was last closed. */
    public static Exports open(Store store, Searcher searcher, Projection projection, ExportSettings settings) {
        return new Exports(store, searcher, projection, settings);
    }

    /** Begins an export and answers with its id; refuses what cannot be done, and too many at once with 429. */
    public String start(Kickoff kickoff) {
        ExportRequest request = new RequestReader(store, searcher, kickoff).read();
        if (jobs.unfinished(kickoff.caller().name()) >= settings.unfinished()) {
            throw Refusal.of(
                    429, IssueCode.THROTTLED, "You have %d unfinished exports.".formatted(settings.unfinished()), null);
        }
        String id = UUID.randomUUID().toString();
        jobs.add(id, request, store.settings().clock().millis() * 1000);
        runner.wake();
        return id;
    }

    /**
     * How far an export is, for whoever asked for it.
     *
     * @param base address of this server as the caller knows it
     */
    public ExportStatus status(String id, Caller caller, String base) {
        Job job = own(id, caller);
        return switch (job.state()) {
            case WAITING -> new ExportStatus.Underway("waiting for its turn");
            case RUNNING -> new ExportStatus.Underway(new Progress(jobs.files(id)).text());
            case COMPLETE ->
                new ExportStatus.Complete(
                        new Manifest(job, jobs.files(id), links, base).json(), Manifest.instant(job.expiresAt()));
            case FAILED -> new ExportStatus.Failed(job.error());
            case CANCELLED, EXPIRED -> throw absent(id);
        };
    }

    /** Calls an export off, for whoever asked for it, and removes its files. */
    public void cancel(String id, Caller caller) {
        jobs.cancel(own(id, caller).id(), store.settings().clock().millis() * 1000);
        folder.remove(id);
    }

    /**
     * A file, for whoever holds its signed address.
     *
     * @param expires seconds since 1970 UTC
     */
    public Path file(String id, String name, long expires, String signature) {
        if (!links.isSigned(id, name, expires, signature)) {
            throw Refusal.of(403, IssueCode.FORBIDDEN, "This server did not sign this address.", null);
        }
        Path file = folder.file(id, name);
        if (store.settings().clock().instant().getEpochSecond() >= expires || !Files.exists(file)) {
            throw Refusal.of(410, IssueCode.NOT_FOUND, "The files of this export are no longer kept.", null);
        }
        return file;
    }

    /** The exports asked for last, newest first, whoever asked for them. */
    public List<ExportOverview> overview(int most) {
        return jobs.latest(most).stream().map(this::overview).toList();
    }

    @Override
    public void close() {
        runner.close();
    }

    private ExportOverview overview(Job job) {
        var progress = new Progress(jobs.files(job.id()));
        return new ExportOverview(
                job.id(),
                job.request().caller().name(),
                Manifest.instant(job.requestedAt()),
                job.request().address(),
                job.state(),
                job.state() == JobState.RUNNING ? progress.text() : "",
                progress.percent(),
                progress.resources(),
                progress.bytes(),
                known(job.moment()),
                known(job.endedAt()),
                known(job.expiresAt()),
                job.error());
    }

    private static Optional<Instant> known(long micros) {
        return micros == 0 ? Optional.empty() : Optional.of(Manifest.instant(micros));
    }

    private Job own(String id, Caller caller) {
        return jobs.find(id)
                .filter(job -> isOf(caller, job))
                .filter(job -> job.state() != JobState.CANCELLED && job.state() != JobState.EXPIRED)
                .orElseThrow(() -> absent(id));
    }

    // A permit may change from day to day, the person and the organisation in which they act do not.
    private static boolean isOf(Caller caller, Job job) {
        Caller requester = job.request().caller();
        return requester.name().equals(caller.name())
                && requester.organisation().equals(caller.organisation());
    }

    private static Refusal absent(String id) {
        return Refusal.notFound("There is no export '%s', or no longer.".formatted(id));
    }
}
