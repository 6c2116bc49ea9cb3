package org.parvis.bench.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;
import org.parvis.bench.load.Population;
import org.parvis.bench.pages.User.Patient;
import org.parvis.bench.search.FindingPage;
import org.parvis.bench.search.People;
import org.parvis.bench.server.Server;

/**
 * The people of a small region: patients with whole records, more who are known by little but their name, and the doctors
 * who treat them.
 *
 * @param named how many are known by their name
 */
public record Town(Population population, int named, int doctors) {
    private static final int SEED = 42;
    private static final int AT_ONCE = 200;

    /** Each doctor treats so many of whom all is known, and so many more. */
    private static final int WHOLE_EACH = 3;

    private static final int NAMED_EACH = 40;

    /** Brings them all into an empty server, waits until the search knows them, and answers those who can use the pages. */
    List<User> settle(Server server) throws IOException {
        var people = new People(SEED);
        try (var store = server.connect();
                var findings = new FindingPage(server)) {
            for (var bundle : bundles().toList()) {
                send(store, bundle);
            }
            var whole = patients(store);
            var structures = ids(store, "Organization?_elements=id&_count=20");
            sendAll(store, named, at -> people.patient(at).entry());
            sendAll(store, doctors, at -> people.professional(at).entry());
            sendAll(store, doctors, at -> role(at, structures.get(at % structures.size())));
            sendAll(store, whole.size(), at -> circle(whole.get(at).id(), doctorsOf(at, whole.size(), WHOLE_EACH)));
            sendAll(store, named, at -> circle(people.patient(at).id(), doctorsOf(at, named, NAMED_EACH)));
            findings.awaitKnown(people.professional(doctors - 1));
            return users(whole);
        }
    }

    private Stream<byte[]> bundles() {
        return Stream.concat(
                population.directory().stream(),
                IntStream.range(0, population.patients()).mapToObj(population::patient));
    }

    /** The doctors first, then the patients with whole records. */
    private List<User> users(List<Patient> whole) {
        var users = new ArrayList<User>();
        for (int doctor = 0; doctor < doctors; doctor++) {
            int first = doctor * WHOLE_EACH;
            var treated = IntStream.range(first, first + WHOLE_EACH)
                    .mapToObj(at -> whole.get(at % whole.size()))
                    .toList();
            users.add(new User(
                    "Practitioner/" + new People(SEED).professional(doctor).id(),
                    Optional.of("role-" + doctor),
                    treated));
        }
        whole.forEach(one -> users.add(new User("Patient/" + one.id(), Optional.empty(), List.of(one))));
        return users;
    }

    /** Who treats this patient, when each doctor in turn takes the next so many of all patients. */
    private List<Integer> doctorsOf(int patient, int patients, int each) {
        return IntStream.iterate(patient, at -> at < doctors * each, at -> at + patients)
                .mapToObj(at -> at / each)
                .distinct()
                .toList();
    }

    private static String role(int doctor, String structure) {
        return """
                {"resource":{"resourceType":"PractitionerRole","id":"role-%1$d","active":true,\
                "practitioner":{"reference":"Practitioner/practitioner-%1$d"},\
                "organization":{"reference":"Organization/%2$s"},\
                "code":[{"coding":[{"system":"https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante",\
                "code":"10","display":"Médecin"}]}]},\
                "request":{"method":"PUT","url":"PractitionerRole/role-%1$d"}}""".formatted(doctor, structure);
    }

    private static String circle(String patient, List<Integer> doctors) {
        var participants = doctors.stream()
                .map("{\"member\":{\"reference\":\"Practitioner/practitioner-%d\"}}"::formatted)
                .collect(Collectors.joining(","));
        return """
                {"resource":{"resourceType":"CareTeam","id":"circle-%1$s","status":"active",\
                "subject":{"reference":"Patient/%1$s"},"participant":[%2$s]},\
                "request":{"method":"PUT","url":"CareTeam/circle-%1$s"}}""".formatted(patient, participants);
    }

    private static void sendAll(Connection store, int count, IntFunction<String> entry) throws IOException {
        for (int from = 0; from < count; from += AT_ONCE) {
            var entries = IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(entry)
                    .collect(Collectors.joining(","));
            var bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
            send(store, bundle.getBytes(UTF_8));
        }
    }

    private static void send(Connection store, byte[] bundle) throws IOException {
        var answer = store.send(Request.transaction(bundle));
        if (!answer.succeeded()) {
            throw new IOException("Refused: " + answer.text());
        }
    }

    private static List<Patient> patients(Connection store) throws IOException {
        var patients = new ArrayList<Patient>();
        for (var id : ids(store, "Patient?_elements=id&_count=1000")) {
            var patient = Json.read(store.send(Request.reading("Patient/" + id)).body());
            patients.add(new Patient(id, patient.at("/name/0/family").asText()));
        }
        return patients;
    }

    private static List<String> ids(Connection store, String query) throws IOException {
        var ids = new ArrayList<String>();
        for (var entry : Json.read(store.send(Request.reading(query)).body()).path("entry")) {
            ids.add(entry.at("/resource/id").asText());
        }
        return ids;
    }
}
