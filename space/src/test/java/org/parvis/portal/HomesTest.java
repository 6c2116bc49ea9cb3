package org.parvis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;
import org.parvis.access.Visitor;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.portal.CitizenHome.Line;
import org.parvis.records.RecordOpened;
import org.parvis.web.When;

class HomesTest {

    private static final Instant FRIDAY = Instant.parse("2025-11-14T07:30:00Z");

    private final Homes homes = RunningServer.bean(Homes.class);
    private final PostgresHomes kept = RunningServer.bean(PostgresHomes.class);

    @BeforeAll
    static void keepTheRecord() {
        RunningServer.keep("records/jeanne.json");
    }

    @Nested
    class OfAProfessional {
        @Test
        void leadsBackToTheRecordsThatAreStillOpenToThem() {
            var nurse = professional("Practitioner/home-nurse", Set.of("jeanne"));
            var opened = new OpenedRecords(kept);

            opened.remember(new RecordOpened(nurse, "closed-since", FRIDAY));
            opened.remember(new RecordOpened(nurse, "jeanne", FRIDAY));

            assertThat(homes.professional(nurse, FRIDAY).recent())
                    .extracting("name")
                    .containsExactly("Exemple Jeanne Marie Cécile");
        }

        @Test
        void countsThePatientsWhoAreOpenToThem() {
            var home = homes.professional(professional("Practitioner/home-counting", Set.of("jeanne")), FRIDAY);

            assertThat(home.tiles().getFirst().count()).hasValue(1);
        }

        @Test
        void offersTheTourOnce() {
            var doctor = professional("Practitioner/home-new", Set.of());

            assertThat(homes.professional(doctor, FRIDAY).first()).isTrue();
            kept.toured("Practitioner/home-new", FRIDAY);
            assertThat(homes.professional(doctor, FRIDAY).first()).isFalse();
        }
    }

    @Nested
    class OfAPatient {
        @Test
        void showsWhatIsTheirs() {
            var jeanne = visitor(Audience.CITIZEN, "Patient/jeanne", Purpose.PATIENT, Set.of("jeanne"));

            var home = homes.citizen(jeanne, FRIDAY);

            assertThat(home.record()).hasValue("/dossier/jeanne");
            assertThat(home.documents())
                    .startsWith(new Line("Échographie cardiaque", When.read("2025-09-03T11:30:00+02:00")));
            assertThat(home.helped()).isEmpty();
        }

        @Test
        void showsWhomTheyHelp() {
            var claire = visitor(Audience.CITIZEN, "RelatedPerson/claire", Purpose.PATIENT, Set.of("jeanne"));

            var home = homes.citizen(claire, FRIDAY);

            assertThat(home.record()).isEmpty();
            assertThat(home.helped())
                    .extracting(helped -> helped.patient().address())
                    .containsExactly("/dossier/jeanne");
        }
    }

    @Nested
    class AnAnnouncement {
        @Test
        void isShownUntilItEnds() {
            kept.announce("Coupure samedi", "De 6 h à 7 h.", "Camille", FRIDAY, FRIDAY.plusSeconds(60));
            var citizen = visitor(Audience.CITIZEN, "Patient/jeanne", Purpose.PATIENT, Set.of("jeanne"));

            assertThat(homes.citizen(citizen, FRIDAY).announcements())
                    .extracting("title")
                    .contains("Coupure samedi");
            assertThat(homes.citizen(citizen, FRIDAY.plusSeconds(61)).announcements())
                    .isEmpty();
        }
    }

    private static Visitor professional(String person, Set<String> patients) {
        return visitor(Audience.PROFESSIONAL, person, Purpose.CARE, patients);
    }

    private static Visitor visitor(Audience audience, String person, Purpose purpose, Set<String> patients) {
        var caller = new Caller("Camille", Optional.of(person), Optional.empty(), purpose, Permit.patients(patients));
        return new Visitor("Camille", audience, Optional.empty(), caller);
    }
}
