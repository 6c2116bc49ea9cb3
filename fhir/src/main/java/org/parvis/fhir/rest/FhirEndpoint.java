package org.parvis.fhir.rest;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.content.FhirPathPatch;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.content.JsonPatch;
import org.parvis.fhir.content.Projection;
import org.parvis.fhir.content.Structures;
import org.parvis.fhir.content.XmlBodies;
import org.parvis.fhir.export.Exports;
import org.parvis.fhir.feed.Feed;
import org.parvis.fhir.feed.FeedSettings;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.reindex.Reindexing;
import org.parvis.fhir.search.Everything;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.AccessFacts;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.subscription.Subscriptions;
import org.parvis.fhir.trace.Trace;
import org.parvis.fhir.transact.Deed;
import org.parvis.fhir.transact.Writer;
import org.parvis.fhir.validation.Validation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store's door: every FHIR request comes in here, and every answer, refusal and fault goes out here. */
public final class FhirEndpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FhirEndpoint.class);

    private final FhirSettings settings;
    private final Store store;
    private final Reindexing reindexing;
    private final Writer writer;
    private final Feed feed;
    private final Exports exports;
    private final Subscriptions subscriptions;
    private final JsonBodies json;
    private final XmlBodies xml;
    private final Rendering rendering;
    private final Router router;
    private final Trace trace;
    private final Tracing tracing;

    private FhirEndpoint(FhirSettings settings, DataSource database) {
        var fhir = FhirContext.forR4Cached();
        var structures = new Structures(fhir);
        this.settings = settings;
        this.store = Store.open(
                database,
                SearchParams.r4(),
                new Store.Settings(
                        fhir, settings.limits(), settings.zone(), settings.statementTimeout(), InstantSource.system()));
        this.reindexing = Reindexing.start(store);
        var searcher = new Searcher(store, settings.searchLimits());
        this.json = store.bodies();
        this.xml = new XmlBodies(structures, settings.limits());
        this.feed = new Feed(store, FeedSettings.defaults());
        this.subscriptions = new Subscriptions(store, searcher, xml, settings.subscriptions());
        this.trace = Trace.open(store, settings.trace());
        this.tracing = new Tracing(trace::now);
        this.writer = new Writer(store, searcher, settings.checksReferences(), this::saw);
        var projection = new Projection(structures);
        this.rendering = new Rendering(json, xml, projection);
        this.exports = Exports.open(store, searcher, projection, settings.exports());
        var validation = Validation.open(fhir, settings.validation());
        var soundness = new Soundness(structures, validation);
        var operations = new Operations(
                searcher,
                json,
                soundness,
                new JsonPatch(settings.limits()),
                new FhirPathPatch(structures, settings.limits()));
        var reading = new Reading(store, settings.searchLimits());
        this.router = new Router(soundness, tracing);
        router.add(reading.routes());
        router.add(new Changing(writer, operations).routes());
        router.add(new Searching(searcher).routes());
        router.add(new Bundles(writer, operations, soundness, rendering, router::answer).routes());
        router.add(new Capabilities(store, reindexing, router::routes).routes());
        router.add(new Meta(store, reading).routes());
        router.add(new PatientEverything(reading, new Everything(store, settings.searchLimits())).routes());
        router.add(new Feeding(feed, soundness, json).routes());
        router.add(new Validating(store, soundness, validation).routes());
        router.add(new Exporting(exports).routes());
        router.add(new Subscribing(store, reading, subscriptions.inquiry()).routes());
        router.add(new Auditing(store, trace, soundness, settings.searchLimits()).routes());
        subscriptions.serve(feed);
    }

    /** Opens the store on this database, whose schema is brought up to date. */
    public static FhirEndpoint open(FhirSettings settings, DataSource database) {
        return new FhirEndpoint(settings, database);
    }

    /** Answers one request. It never throws: a refusal and a fault are answers too. */
    public FhirResponse answer(FhirRequest request) {
        Form form = Form.PLAIN;
        try {
            Call call = call(request);
            form = Form.of(call);
            return rendering.response(answered(call), form, call.base());
        } catch (Refusal refusal) {
            return rendering.refusal(refusal, form);
        } catch (RuntimeException fault) {
            return rendering.refusal(told(fault, request), form);
        }
    }

    /** The store for code of this process, asked in this caller's name. */
    public StoreClient as(Caller caller) {
        return new StoreClient(this::answerOrRefuse, caller);
    }

    /** What the store knows of who may see whose data. */
    public AccessFacts accessFacts() {
        return new AccessFacts(store);
    }

    /** What the store holds and does. */
    public Overview overview() {
        return new Overview(store, reindexing, exports, subscriptions);
    }

    /** Ends the answers that would go on for ever, so that a server that stops need not wait for them. */
    public void endFollowing() {
        feed.close();
    }

    /** The indexing of what was stored before a search parameter was posted. */
    public Reindexing reindexing() {
        return reindexing;
    }

    /** The bulk exports, for those who look after the server. */
    public Exports exports() {
        return exports;
    }

    /** Every committed change, for consumers on this server. */
    public Feed feed() {
        return feed;
    }

    /** What subscribers have and have not received. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Who accessed what, for the pages that show it. */
    public Trace trace() {
        return trace;
    }

    /** All that can be asked here. */
    List<Route> routes() {
        return router.routes();
    }

    private FhirResponse answerOrRefuse(FhirRequest request) {
        Call call = call(request);
        return rendering.response(answered(call), Form.of(call), call.base());
    }

    // No answer leaves before the trace has what it shows.
    private Answer answered(Call call) {
        try {
            return router.answer(call);
        } finally {
            trace.keep(call.sightings().entries());
        }
    }

    private void saw(Connection connection, List<Deed> deeds) throws SQLException {
        subscriptions.authors().see(connection, deeds);
        trace.keep(connection, tracing.did(deeds));
        feed.expect();
    }

    @Override
    public void close() {
        reindexing.close();
        exports.close();
        feed.close();
        subscriptions.close();
        writer.close();
        trace.close();
    }

    // A fault is logged once, under the id that the caller can quote.
    private static Refusal told(RuntimeException fault, FhirRequest request) {
        String id = UUID.randomUUID().toString();
        LOG.error("Fault {} on {} {}", id, request.method(), request.path(), fault);
        return Refusal.of(500, IssueCode.EXCEPTION, "The server failed. Quote %s.".formatted(id), null);
    }

    private Call call(FhirRequest request) {
        List<String> segments =
                request.path().isEmpty() ? List.of() : List.of(request.path().split("/", -1));
        String query = request.query();
        return new Call(
                request.method(),
                segments,
                query == null ? List.of() : Parameter.parse(query),
                request.headers(),
                () -> content(request),
                request.body(),
                null,
                request.caller(),
                request.origin(),
                base(request),
                new Sightings(),
                new Remarks());
    }

    private String base(FhirRequest request) {
        return settings.base()
                .orElseGet(() -> "http://" + request.headers().getOrDefault("host", "localhost") + "/fhir");
    }

    private ObjectNode content(FhirRequest request) {
        if (request.body().length == 0) {
            throw Refusal.of(400, IssueCode.REQUIRED, "This request needs a body.", null);
        }
        String type = request.headers().getOrDefault("content-type", "application/fhir+json");
        return switch (type.split(";", 2)[0].trim()) {
            case "application/fhir+json", "application/json", "text/json" -> json.read(request.body());
            case "application/fhir+xml", "application/xml", "text/xml" -> xml.read(request.body());
            default ->
                throw Refusal.of(
                        415,
                        IssueCode.NOT_SUPPORTED,
                        "'%s' cannot be read; send application/fhir+json or application/fhir+xml.".formatted(type),
                        null);
        };
    }
}
