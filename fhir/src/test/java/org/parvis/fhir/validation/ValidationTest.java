package org.parvis.fhir.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.parvis.fhir.validation.TestPackage.PROFILE;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.outcome.Severity;

class ValidationTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final JsonBodies JSON = new JsonBodies(Limits.standard());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path packages;

    @SuppressWarnings("NullAway.Init")
    private static Validation validation;

    @BeforeAll
    static void openOnAFolderWithOurPackage() throws IOException {
        TestPackage.packInto(packages);
        var modes = Map.of(
                "Patient", ValidationMode.ENFORCE, "Observation", ValidationMode.WARN, "Basic", ValidationMode.OFF);
        validation = Validation.open(R4, new ValidationSettings(Optional.of(packages), modes));
    }

    private static ObjectNode tree(String json) {
        return JSON.read(json.replace('\'', '"').getBytes(UTF_8));
    }

    private static ObjectNode patient(String elements) {
        return tree("{'resourceType':'Patient','text':{'status':'generated',"
                + "'div':'<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">A patient</div>'}," + elements + "}");
    }

    private static List<Issue> errors(List<Issue> issues) {
        return issues.stream().filter(Issue::refuses).toList();
    }

    @Nested
    class Profiles {

        @Test
        void acceptWhatFollowsThem() {
            var followed = patient("'birthDate':'2020-01-01','maritalStatus':{'coding':[{"
                    + "'system':'https://parvis.example/CodeSystem/household','code':'alone'}]}");

            assertThat(errors(validation.validate(followed, PROFILE))).isEmpty();
        }

        @Test
        void nameWhatIsMissing() {
            var errors = errors(validation.validate(patient("'active':true"), PROFILE));

            assertThat(errors)
                    .isEqualTo(List.of(Issue.error(
                            IssueCode.STRUCTURE,
                            "Patient.birthDate: minimum required = 1, but only found 0 (from " + PROFILE + "|1.0.0)",
                            "Patient")));
        }

        @Test
        void nameTheCodesOfTheirPackages() {
            var unknown = patient("'birthDate':'2020-01-01','maritalStatus':{'coding':[{"
                    + "'system':'https://parvis.example/CodeSystem/household','code':'elsewhere'}]}");

            assertThat(errors(validation.validate(unknown, PROFILE)))
                    .isNotEmpty()
                    .extracting(Issue::expression)
                    .allSatisfy(place -> assertThat(place).startsWith("Patient.maritalStatus"));
        }

        @Test
        void areHeldToWhenTheResourceClaimsThem() {
            var claiming = patient("'meta':{'profile':['" + PROFILE + "']}");

            assertThat(errors(validation.validate(claiming, null)))
                    .extracting(Issue::diagnostics)
                    .singleElement()
                    .asString()
                    .startsWith("Patient.birthDate: minimum required = 1");
        }

        @Test
        void areFoundByTheirVersion() {
            assertThat(validation.validate(patient("'birthDate':'2020'"), PROFILE + "|1.0.0"))
                    .isEmpty();
        }

        @Test
        void areNamedWhenNobodyKnowsThem() {
            assertThat(validation.validate(patient("'active':true"), PROFILE + "|9.0.0"))
                    .isEqualTo(List.of(Issue.error(
                            IssueCode.NOT_FOUND,
                            "The profile " + PROFILE + "|9.0.0 is not known: "
                                    + "neither R4 nor a package of this server defines it.",
                            null)));
        }

        @Test
        void ofR4HoldEveryResource() {
            var broken = tree("{'resourceType':'Observation','status':'final','code':{'text':'x'},"
                    + "'component':[{'code':{'text':'c'},'valueString':'1'}],'valueString':'2',"
                    + "'dataAbsentReason':{'text':'why'}}");

            assertThat(errors(validation.validate(broken, null)))
                    .extracting(Issue::diagnostics)
                    .anySatisfy(text -> assertThat(text).contains("obs-6"));
        }
    }

    @Nested
    class CodesThatNobodyKnows {

        @Test
        void areAWarning() {
            var foreign = patient("'birthDate':'2020','maritalStatus':{'coding':[{'system':'http://x','code':'y'}]}");

            assertThat(validation.validate(foreign, null)).isNotEmpty().noneMatch(Issue::refuses);
        }
    }

    @Nested
    class Writes {

        @Test
        void areRefusedWhereProfilesAreEnforced() {
            var claiming = patient("'meta':{'profile':['" + PROFILE + "']}");

            var refusal = catchThrowableOfType(Refusal.class, () -> validation.onWrite(claiming));

            assertThat(refusal.status()).isEqualTo(422);
        }

        @Test
        void areToldWhereProfilesAreWarnings() {
            var broken = tree("{'resourceType':'Observation','status':'final','code':{'text':'x'},"
                    + "'valueString':'2','dataAbsentReason':{'text':'why'}}");

            assertThat(validation.onWrite(broken))
                    .filteredOn(issue -> issue.diagnostics().contains("obs-6"))
                    .extracting(Issue::severity)
                    .containsExactly(Severity.WARNING);
        }

        @Test
        void areSilentWhereProfilesAreOff() {
            assertThat(validation.onWrite(tree("{'resourceType':'Basic'}"))).isEmpty();
            assertThat(validation.onWrite(tree("{'resourceType':'Group'}"))).isEmpty();
        }
    }

    @Nested
    class GettingReady {

        @Test
        void waitsUntilItIsWanted() {
            assertThat(Validation.open(R4, ValidationSettings.standard()).isReady())
                    .isFalse();
        }

        @Test
        void isOverOnceAnAnswerWasGiven() {
            validation.validate(patient("'active':true"), null);

            assertThat(validation.isReady()).isTrue();
        }

        @Test
        void namesThePackageThatCannotBeRead(@TempDir Path folder) throws IOException {
            Files.writeString(folder.resolve("broken.tgz"), "not a package");
            var broken = Validation.open(R4, new ValidationSettings(Optional.of(folder), Map.of()));

            assertThatThrownBy(() -> broken.validate(patient("'active':true"), null))
                    .hasRootCauseInstanceOf(IOException.class)
                    .cause()
                    .hasMessageContaining("broken.tgz");
        }
    }

    @Test
    void manyThreadsHearTheSame() throws Exception {
        var alone = validation.validate(patient("'active':true"), PROFILE);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Issue>> work = () -> validation.validate(patient("'active':true"), PROFILE);
            var answers =
                    threads.invokeAll(Stream.generate(() -> work).limit(20).toList());

            assertThat(answers).extracting(Future::resultNow).containsOnly(alone);
        }
    }

    @Test
    void frenchCoreExamplesFollowTheirProfiles() throws IOException {
        String corpus = System.getenv("PARVIS_CORPUS");
        assumeTrue(corpus != null, "PARVIS_CORPUS is not set: the French core guide is not read.");
        var guide = Files.createDirectory(packages.resolve("frcore"));
        var source = Path.of(corpus, "fhir", "packages", "frcore-2.2.0.tgz");
        Files.copy(source, guide.resolve(source.getFileName()));
        var french = Validation.open(R4, new ValidationSettings(Optional.of(guide), Map.of()));

        try (Stream<Path> examples = Files.list(Path.of(corpus, "fhir", "examples", "frcore-2.2.0"))) {
            assertThat(examples.toList())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(example -> assertThat(
                                    errors(french.validate(JSON.read(Files.readAllBytes(example)), null)))
                            .as(example.toString())
                            .isEmpty());
        }
    }
}
