package org.parvis.fhir.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.outcome.IssueCode.CODE_INVALID;
import static org.parvis.fhir.outcome.IssueCode.INVARIANT;
import static org.parvis.fhir.outcome.IssueCode.REQUIRED;
import static org.parvis.fhir.outcome.IssueCode.STRUCTURE;
import static org.parvis.fhir.outcome.IssueCode.VALUE;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;

class StructureCheckTest {

    private static final StructureCheck CHECK = new StructureCheck(new Structures(FhirContext.forR4Cached()));
    private static final JsonBodies JSON = new JsonBodies(Limits.standard());

    private static ObjectNode tree(String json) {
        return JSON.read(json.replace('\'', '"').getBytes(UTF_8));
    }

    private static void assertSound(String json) {
        assertThat(CHECK.check(tree(json))).isEmpty();
    }

    private static void assertOne(String json, IssueCode code, String expression, String diagnostics) {
        assertThat(CHECK.check(tree(json))).isEqualTo(List.of(Issue.error(code, diagnostics, expression)));
    }

    private static String patient(String elements) {
        return "{'resourceType':'Patient'," + elements + "}";
    }

    private static String observation(String elements) {
        return "{'resourceType':'Observation','status':'final','code':{'text':'Pulse'}," + elements + "}";
    }

    @Nested
    class Elements {

        @Test
        void areThoseOfTheType() {
            assertOne(
                    patient("'name':[{'surname':'Martin'}]"),
                    STRUCTURE,
                    "Patient.name[0].surname",
                    "Unknown element surname: HumanName has no such element.");
        }

        @Test
        void nameTheirTypeWhenTheyAreAChoice() {
            assertOne(
                    observation("'value':12"),
                    STRUCTURE,
                    "Observation.value",
                    "Unknown element value: Observation has no such element; its type belongs to its name, "
                            + "as in valueBoolean.");
        }

        @Test
        void areChosenOnce() {
            assertOne(
                    observation("'valueString':'60','valueInteger':60"),
                    STRUCTURE,
                    "Observation.value",
                    "value is given twice, as valueString and as valueInteger.");
        }

        @Test
        void mayHoldAChoiceAndItsCompanion() {
            assertSound(observation("'valueString':'60','_valueString':{'id':'a'}"));
        }

        @Test
        void areRefusedWhenTheyAreCommentsOfOlderVersions() {
            assertOne(
                    patient("'fhir_comments':['x']"),
                    STRUCTURE,
                    "Patient.fhir_comments",
                    "Unknown element fhir_comments: R4 has no comments in JSON.");
        }

        @Test
        void recurInQuestionnaires() {
            assertOne(
                    "{'resourceType':'Questionnaire','status':'draft','item':[{'linkId':'1','type':'group',"
                            + "'item':[{'linkId':'2','type':'group','item':[{'linkId':'3','type':'txt'}]}]}]}",
                    CODE_INVALID,
                    "Questionnaire.item[0].item[0].item[0].type",
                    "type \"txt\" is not one of attachment, boolean, choice, date, dateTime, decimal, display, group, "
                            + "integer, open-choice, quantity, question, reference, string, text, time, url.");
        }

        @Test
        void areRefusedWhenHapiOnlyInventsThem() {
            assertThat(CHECK.check(tree("{'resourceType':'Evidence','experimental':true,'status':'draft',"
                            + "'exposureBackground':{'display':'x'}}")))
                    .extracting(Issue::expression)
                    .containsExactly("Evidence.experimental");
        }
    }

    @Nested
    class Cardinalities {

        @Test
        void requireWhatR4Requires() {
            assertThat(CHECK.check(tree("{'resourceType':'Observation','id':'a'}")))
                    .isEqualTo(List.of(
                            Issue.error(REQUIRED, "status is required in Observation.", "Observation.status"),
                            Issue.error(REQUIRED, "code is required in Observation.", "Observation.code")));
        }

        @Test
        void requireElementsOfElements() {
            assertOne(
                    patient("'link':[{'type':'seealso'}]"),
                    REQUIRED,
                    "Patient.link[0].other",
                    "other is required in this element.");
        }

        @Test
        void areMetByAnExtensionInPlaceOfAValue() {
            assertSound("{'resourceType':'Observation','code':{'text':'x'},"
                    + "'_status':{'extension':[{'url':'http://x','valueCode':'unknown'}]}}");
        }

        @Test
        void askForAnArrayWhereAnElementRepeats() {
            assertOne(
                    patient("'name':{'family':'Martin'}"),
                    STRUCTURE,
                    "Patient.name",
                    "name is an object; it must be an array.");
        }

        @Test
        void askForNoArrayWhereItDoesNot() {
            assertOne(
                    patient("'birthDate':['2020']"),
                    STRUCTURE,
                    "Patient.birthDate",
                    "birthDate is an array; it must be a string.");
        }
    }

    @Nested
    class EmptyPlaces {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "'name':[]        | Patient.name           | name is an empty array: an absent element is left out.",
                    "'name':[{}]      | Patient.name[0]        | An object is never empty in FHIR JSON.",
                    "'name':[null]    | Patient.name[0]        | name holds null: only primitive values leave a place empty.",
                    "'name':[{'given':[null]}] | Patient.name[0].given[0] | given has neither a value nor an extension here.",
                    "'name':[{'_given':[null]}] | Patient.name[0].given[0] | given has neither a value nor an extension here.",
                })
        void areRefused(String elements, String expression, String diagnostics) {
            assertOne(patient(elements), STRUCTURE, expression, diagnostics);
        }

        @Test
        void areRefusedInText() {
            assertOne(patient("'language':''"), VALUE, "Patient.language", "language \"\" is empty.");
        }

        @Test
        void standWhereTheOtherArrayIsFilled() {
            assertSound(patient("'name':[{'given':['Ana',null],"
                    + "'_given':[null,{'extension':[{'url':'http://x','valueCode':'masked'}]}]}]"));
        }

        @Test
        void areSaidOnceWhenBothArraysLeaveThemEmpty() {
            assertOne(
                    patient("'name':[{'given':['Ana',null],'_given':[{'id':'a'},null]}]"),
                    STRUCTURE,
                    "Patient.name[0].given[1]",
                    "given has neither a value nor an extension here.");
        }
    }

    @Nested
    class JsonTypes {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "'active':'true'      | Patient.active        | active is a string; it must be true or false.",
                    "'birthDate':2020     | Patient.birthDate     | birthDate is a number; it must be a string.",
                    "'maritalStatus':'M'  | Patient.maritalStatus | maritalStatus is a string; it must be an object.",
                    "'multipleBirthInteger':'2' | Patient.multipleBirth | multipleBirthInteger is a string; it must be a number.",
                    "'_birthDate':'x'     | Patient.birthDate     | _birthDate is a string; it must be an object.",
                    "'contained':['x']    | Patient.contained[0]  | contained is a string; it must be an object.",
                })
        void areThoseOfTheElement(String elements, String expression, String diagnostics) {
            assertOne(patient(elements), STRUCTURE, expression, diagnostics);
        }
    }

    @Nested
    class Values {

        @Test
        void areQuotedWithTheirFault() {
            assertOne(
                    patient("'birthDate':'2023-02-30'"),
                    VALUE,
                    "Patient.birthDate",
                    "birthDate \"2023-02-30\" is not a day of the calendar.");
        }

        @Test
        void areQuotedInPartWhenTheyAreLong() {
            var issues = CHECK.check(tree(patient("'birthDate':'" + "9".repeat(500) + "'")));

            assertThat(issues.getFirst().diagnostics()).hasSizeLessThan(160);
        }

        @Test
        void comeFromTheEnumerationOfTheirElement() {
            assertOne(
                    patient("'gender':'m'"),
                    CODE_INVALID,
                    "Patient.gender",
                    "gender \"m\" is not one of female, male, other, unknown.");
        }
    }

    @Nested
    class References {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Patient/1",
                    "Patient/1/_history/2",
                    "#p",
                    "#",
                    "https://x.org/fhir/Patient/1",
                    "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0",
                    "Patient?identifier=http://x|1"
                })
        void areAccepted(String reference) {
            assertSound(observation(
                    "'contained':[{'resourceType':'Patient','id':'p'}],'subject':{'reference':'" + reference + "'}"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Patient",
                    "Patient/",
                    "Patient/a b",
                    "1",
                    "Nobody/1",
                    "Patient/1/2",
                    "Patient/1/_history/",
                    ":x"
                })
        void areRefused(String reference) {
            assertThat(CHECK.check(tree(observation("'subject':{'reference':'" + reference + "'}"))))
                    .extracting(Issue::code)
                    .containsExactly(VALUE);
        }

        @Test
        void nameAContainedResource() {
            assertOne(
                    observation("'subject':{'reference':'#p'}"),
                    VALUE,
                    "Observation.subject.reference",
                    "reference \"#p\" names no contained resource (ref-1).");
        }
    }

    @Nested
    class InnerResources {

        @Test
        void areCheckedWhereTheyStand() {
            assertOne(
                    "{'resourceType':'Bundle','type':'batch','entry':[{'fullUrl':'urn:x:1'}," + "{'resource':"
                            + patient("'birthDate':'2023-13'") + "}]}",
                    VALUE,
                    "Bundle.entry[1].resource.birthDate",
                    "birthDate \"2023-13\" is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD.");
        }

        @Test
        void areCheckedInParameters() {
            assertOne(
                    "{'resourceType':'Parameters','parameter':[{'name':'a','part':[{'name':'b','resource':"
                            + patient("'x':1") + "}]}]}",
                    STRUCTURE,
                    "Parameters.parameter[0].part[0].resource.x",
                    "Unknown element x: Patient has no such element.");
        }

        @Test
        void containNoFurtherResource() {
            assertOne(
                    patient("'contained':[" + patient("'id':'b','contained':[" + patient("'id':'c'") + "]") + "]"),
                    INVARIANT,
                    "Patient.contained[0].contained[0]",
                    "A contained resource contains no other resource (dom-2).");
        }

        @Test
        void nameTheirType() {
            assertOne(
                    patient("'contained':[{'id':'a'}]"),
                    REQUIRED,
                    "Patient.contained[0].resourceType",
                    "resourceType is required: it names the type of the resource.");
        }

        @Test
        void areOfATypeOfR4() {
            assertOne(
                    "{'resourceType':'Nobody'}",
                    STRUCTURE,
                    "Resource.resourceType",
                    "R4 has no resource type \"Nobody\".");
        }
    }

    @Nested
    class Extensions {

        @Test
        void holdAValueOfAnOpenType() {
            assertOne(
                    patient("'extension':[{'url':'http://x','valueNarrative':{'status':'empty'}}]"),
                    STRUCTURE,
                    "Patient.extension[0].valueNarrative",
                    "Unknown element valueNarrative: Extension has no such element.");
        }

        @Test
        void holdEitherAValueOrExtensions() {
            assertOne(
                    patient("'extension':[{'url':'http://x','valueCode':'a',"
                            + "'extension':[{'url':'b','valueCode':'c'}]}]"),
                    INVARIANT,
                    "Patient.extension[0]",
                    "The extension http://x holds both a value and extensions (ext-1).");
        }
    }

    @Nested
    class Reports {

        @Test
        void nameManyIssuesAtOnce() {
            assertThat(CHECK.check(tree(patient("'gender':'m','birthDate':'x','foo':1,'name':{}"))))
                    .hasSize(4);
        }

        @Test
        void stopAtAHundred() {
            assertThat(CHECK.check(tree(patient("'name':[" + "{},".repeat(500) + "{}]"))))
                    .hasSize(100);
        }

        @Test
        void startWhereTheCallerSays() {
            assertThat(CHECK.check(tree(patient("'x':1")), "Bundle.entry[7].resource"))
                    .extracting(Issue::expression)
                    .containsExactly("Bundle.entry[7].resource.x");
        }
    }
}
