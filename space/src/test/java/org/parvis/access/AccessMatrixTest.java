package org.parvis.access;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/**
 * The matrix: every role family and purpose, every relation, every state of consent and kind of resource. What the store
 * finds, counts, includes, reads, exports, tells in its history and in the feed must be what the decision says, for each of
 * them; all about a patient holds nothing else, and nobody with a role has themselves notified.
 * {@code ./parvis matrix} takes every purpose of every family and reads every cell one by one; otherwise the
 * purposes that are a family's own, all those of a doctor, and one read in a hundred.
 */
class AccessMatrixTest {

    private static final int PAGE = 1000;
    private static final int ONE_IN = 97;
    private static final int ONE_PATIENT_IN = 59;
    private static final boolean WHOLE = "whole".equals(System.getProperty("parvis.matrix"));

    private static final MatrixWorld WORLD = new MatrixWorld();

    private static FhirEndpoint endpoint;

    private final List<String> wrong = new ArrayList<>();
    private long cells;
    private long openCells;

    private record Cast(String family, Purpose purpose) {

        Caller caller() {
            var permit = Permit.rights(WORLD.rights(family, purpose));
            return new Caller(family, Optional.empty(), Optional.empty(), purpose, permit);
        }
    }

    @BeforeAll
    static void fill() {
        endpoint = RunningServer.bean(FhirEndpoint.class);
        var store = endpoint.as(Caller.system());
        store.bundle(transaction(MatrixData.directory()));
        WORLD.patients().forEach(resources -> store.bundle(transaction(resources)));
    }

    private static ObjectNode transaction(List<ObjectNode> resources) {
        var bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "transaction");
        var entries = bundle.putArray("entry");
        for (ObjectNode resource : resources) {
            var entry = entries.addObject();
            entry.set("resource", resource);
            entry.putObject("request").put("method", "PUT").put("url", MatrixWorld.reference(resource));
        }
        return bundle;
    }

    @Test
    void holdsInTheStoreAsInTheDecision() {
        for (Cast cast : casts()) {
            compare(cast);
        }
        System.out.printf("Matrix: %,d cells, %,d of them open, %d wrong%n", cells, openCells, wrong.size());

        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(20_000);
        assertThat(openCells).isBetween(cells / 20, cells / 2);
    }

    private static List<Cast> casts() {
        var casts = new ArrayList<Cast>();
        for (Policy policy : WORLD.policies().all()) {
            for (Purpose purpose : Purpose.values()) {
                if (WHOLE
                        || policy.purposes().contains(purpose)
                        || policy.family().equals("doctor")) {
                    casts.add(new Cast(policy.family(), purpose));
                }
            }
        }
        return casts;
    }

    private void compare(Cast cast) {
        var rights = WORLD.rights(cast.family(), cast.purpose());
        var open = references(reference -> WORLD.decide(rights, reference).isOpen());
        var store = endpoint.as(cast.caller());
        for (String type : WORLD.types()) {
            var expected = ofType(type, open);
            int all = ofType(type, WORLD.references()).size();
            check(cast, "search " + type, all, found(store, tagged(type)), expected);
            check(cast, "count " + type, all, count(store, tagged(type)), expected.size());
            check(cast, "history " + type, all, told(store, type), expected);
            // Found, counted, told in the history, in the feed and in an export.
            openCells += 5L * expected.size();
        }
        compareIncludes(cast, store, open);
        compareWholes(cast, open);
        int number = 0;
        for (String reference : WORLD.references()) {
            if (WHOLE || number++ % ONE_IN == 0) {
                check(cast, "read " + reference, 1, isRead(store, reference), open.contains(reference));
            }
        }
    }

    /** What comes with a patient, and what a patient is found by, is as hidden as when it is asked for itself. */
    private void compareIncludes(Cast cast, StoreClient store, Set<String> open) {
        var documents = ofType("DocumentReference", open);
        var shown = documents.stream()
                .filter(document -> open.contains(WORLD.patientOf(document)))
                .collect(toCollection(TreeSet::new));
        int all = ofType("DocumentReference", WORLD.references()).size();
        check(
                cast,
                "include documents",
                all,
                included(store, tagged("Patient") + "&_revinclude=DocumentReference:subject"),
                shown);
        var patients = shown.stream().map(WORLD::patientOf).collect(toCollection(TreeSet::new));
        check(
                cast,
                "patients who have documents",
                all,
                found(store, tagged("Patient") + "&_has:DocumentReference:subject:status=current"),
                patients);
    }

    /** What is told at once is as hidden as when it is asked for piece by piece. */
    private void compareWholes(Cast cast, Set<String> open) {
        var door = new MatrixDoor(endpoint, cast.caller());
        var all = WORLD.references();
        for (String type : WORLD.types()) {
            check(cast, "feed " + type, ofType(type, all).size(), known(door.fed(type)), ofType(type, open));
        }
        check(cast, "export", all.size(), known(door.exported(WORLD.types())), open);
        int number = 0;
        for (String patient : ofType("Patient", all)) {
            if (WHOLE || number++ % ONE_PATIENT_IN == 0) {
                var told = known(door.everything(patient));
                check(cast, "everything " + patient, told.size(), told.contains(patient), open.contains(patient));
                told.removeAll(open);
                check(cast, "everything hidden of " + patient, 0, told, Set.of());
            }
        }
        check(cast, "subscription", 1, door.subscribes("Observation"), false);
    }

    private static Set<String> known(Set<String> told) {
        told.retainAll(WORLD.references());
        return told;
    }

    private void check(Cast cast, String what, int more, Object actual, Object expected) {
        cells += more;
        if (!actual.equals(expected)) {
            wrong.add("%s: %s is %s instead of %s".formatted(cast, what, actual, expected));
        }
    }

    private static Set<String> references(Predicate<String> which) {
        return WORLD.references().stream().filter(which).collect(toCollection(TreeSet::new));
    }

    private static Set<String> ofType(String type, Set<String> references) {
        return references.stream()
                .filter(reference -> reference.startsWith(type + "/"))
                .collect(toCollection(TreeSet::new));
    }

    private static String tagged(String type) {
        return type + "?_tag=" + MatrixData.TAG + "&_count=" + PAGE;
    }

    private static Set<String> found(StoreClient store, String query) {
        return paged(store, query, StoreClient.Found::matches);
    }

    private static Set<String> included(StoreClient store, String query) {
        return paged(store, query.replace("=" + PAGE, "=100"), StoreClient.Found::included);
    }

    private static Set<String> paged(StoreClient store, String query, Part part) {
        var found = new TreeSet<String>();
        for (Optional<String> next = Optional.of(query); next.isPresent(); ) {
            var page = store.search(next.get());
            part.of(page).forEach(resource -> found.add(MatrixWorld.reference(resource)));
            next = page.next();
        }
        return found;
    }

    private interface Part {
        List<ObjectNode> of(StoreClient.Found page);
    }

    private static Set<String> told(StoreClient store, String type) {
        return known(found(store, type + "/_history?_count=" + PAGE));
    }

    private static int count(StoreClient store, String query) {
        return store.search(query + "&_summary=count").total().orElseThrow();
    }

    private static boolean isRead(StoreClient store, String reference) {
        int slash = reference.indexOf('/');
        return store.read(reference.substring(0, slash), reference.substring(slash + 1))
                .isPresent();
    }
}
