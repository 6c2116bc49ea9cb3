package org.parvis.fhir.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static final JsonBodies JSON = new JsonBodies(Limits.standard());
    private static final Structures STRUCTURES = new Structures(FhirContext.forR4Cached());
    private static final String MARK =
            "{'system':'http://terminology.hl7.org/CodeSystem/v3-ObservationValue','code':'SUBSETTED'}";

    private static final ObjectNode OBSERVATION = tree("{'resourceType':'Observation','id':'o',"
            + "'meta':{'versionId':'2','tag':[{'code':'t'}]},'text':{'status':'generated','div':'<div>x</div>'},"
            + "'extension':[{'url':'http://x','valueCode':'a'}],'status':'final','category':[{'text':'vital'}],"
            + "'code':{'text':'Pulse'},'valueQuantity':{'value':60.0,'extension':[{'url':'http://x','valueCode':'a'}]},"
            + "'note':[{'text':'calm'}],'component':[{'code':{'text':'c'},'dataAbsentReason':{'text':'d'}}]}");
    private static final String META = "'meta':{'versionId':'2','tag':[{'code':'t'}," + MARK + "]}";

    private final Projection projection = new Projection(STRUCTURES);

    private static ObjectNode tree(String json) {
        return JSON.read(json.replace('\'', '"').getBytes(UTF_8));
    }

    /** R4 search.html#summary. */
    @Nested
    class Summaries {

        @Test
        void keepSummaryElementsAtEveryDepth() {
            assertThat(projection.summary(OBSERVATION, SummaryMode.TRUE))
                    .isEqualTo(tree("{'resourceType':'Observation','id':'o'," + META
                            + ",'status':'final','code':{'text':'Pulse'},'valueQuantity':{'value':60.0},"
                            + "'component':[{'code':{'text':'c'}}]}"));
        }

        @Test
        void ofTextKeepMandatoryElementsBesideIt() {
            assertThat(projection.summary(OBSERVATION, SummaryMode.TEXT))
                    .isEqualTo(tree("{'resourceType':'Observation','id':'o'," + META
                            + ",'text':{'status':'generated','div':'<div>x</div>'},'status':'final',"
                            + "'code':{'text':'Pulse'}}"));
        }

        @Test
        void ofDataLeaveTheTextOut() {
            var whole = OBSERVATION.deepCopy();
            whole.remove(List.of("text", "meta"));

            var data = projection.summary(OBSERVATION, SummaryMode.DATA);

            data.remove("meta");
            assertThat(data).isEqualTo(whole);
        }

        @Test
        void ofNothingAreTheResource() {
            assertThat(projection.summary(OBSERVATION, SummaryMode.FALSE)).isSameAs(OBSERVATION);
        }

        @Test
        void leaveNoEmptyElement() {
            var patient = tree("{'resourceType':'Patient','telecom':[{'extension':[{'url':'x','valueCode':'a'}]}]}");

            assertThat(projection.summary(patient, SummaryMode.TRUE).has("telecom"))
                    .isFalse();
        }

        @Test
        void leaveTheResourceAsItIs() {
            var before = OBSERVATION.deepCopy();

            projection.summary(OBSERVATION, SummaryMode.TRUE);

            assertThat(OBSERVATION).isEqualTo(before);
        }

        /** But for references to contained resources, which are not part of a summary. */
        @Test
        void ofEveryExampleAreSoundResources() {
            var check = new StructureCheck(STRUCTURES);
            var sound = Examples.ofHl7(".json").stream()
                    .filter(example -> check.check(JSON.read(example.body())).isEmpty())
                    .toList();

            assertThat(sound).hasSizeGreaterThan(70).allSatisfy(example -> {
                var part = projection.summary(JSON.read(example.body()), SummaryMode.TRUE);

                assertThat(check.check(part))
                        .as(example.name())
                        .filteredOn(issue -> !issue.diagnostics().contains("ref-1"))
                        .isEmpty();
            });
        }
    }

    /** R4 search.html#elements. */
    @Nested
    class Elements {

        @Test
        void keepWhatIsNamedAndWhatIsMandatory() {
            assertThat(projection.elements(OBSERVATION, Set.of("note", "value")))
                    .isEqualTo(tree("{'resourceType':'Observation','id':'o'," + META
                            + ",'status':'final','code':{'text':'Pulse'},"
                            + "'valueQuantity':{'value':60.0,'extension':[{'url':'http://x','valueCode':'a'}]},"
                            + "'note':[{'text':'calm'}]}"));
        }

        @Test
        void keepModifiersAndCompanions() {
            var patient = tree("{'resourceType':'Patient','active':false,'birthDate':'2020',"
                    + "'_birthDate':{'id':'b'},'gender':'male'}");

            assertThat(projection.elements(patient, Set.of("birthDate")))
                    .isEqualTo(tree("{'resourceType':'Patient','active':false,'birthDate':'2020',"
                            + "'_birthDate':{'id':'b'},'meta':{'tag':[" + MARK + "]}}"));
        }

        @Test
        void areMarkedOnce() {
            var twice = projection.elements(projection.elements(OBSERVATION, Set.of()), Set.of());

            assertThat(twice.at("/meta/tag")).hasSize(2);
        }
    }

    @Test
    void modesAreNamedAsInRequests() {
        assertThat(SummaryMode.named("count")).contains(SummaryMode.COUNT);
        assertThat(SummaryMode.named("everything")).isEmpty();
        assertThatCode(() -> projection.summary(OBSERVATION, SummaryMode.COUNT)).doesNotThrowAnyException();
    }
}
