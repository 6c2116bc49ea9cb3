package org.parvis.fhir.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.fhir.outcome.Refusal;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FhirPathPatchTest {

    private static final Structures STRUCTURES = new Structures(FhirContext.forR4Cached());
    private static final JsonBodies JSON = new JsonBodies(Limits.standard());
    private static final XmlBodies XML = new XmlBodies(STRUCTURES, Limits.standard());
    private static final FhirPathPatch PATCH = new FhirPathPatch(STRUCTURES, Limits.standard());

    private static ObjectNode tree(String json) {
        return JSON.read(json.replace('\'', '"').getBytes(UTF_8));
    }

    /** A patch with one operation, its parts given as the rest of each part after its name. */
    private static ObjectNode operation(String type, String path, String... parts) {
        var json = new StringBuilder("{'resourceType':'Parameters','parameter':[{'name':'operation','part':[");
        json.append("{'name':'type','valueCode':'").append(type).append("'},{'name':'path','valueString':'?'}");
        Stream.of(parts).forEach(part -> json.append(",{'name':").append(part).append('}'));
        ObjectNode patch = tree(json.append("]}]}").toString());
        ((ObjectNode) patch.at("/parameter/0/part/1")).put("valueString", path);
        return patch;
    }

    private static Refusal refusalOf(String target, ObjectNode patch) {
        return catchThrowableOfType(Refusal.class, () -> PATCH.apply(tree(target), patch));
    }

    @Nested
    class Paths {

        private static final String PATIENT = "{'resourceType':'Patient','identifier':["
                + "{'use':'official','system':'http://a','value':'1'},{'system':'http://b','value':'2'}],"
                + "'name':[{'given':['Ana','Léa'],'_given':[null,{'id':'l'}]}],'deceasedBoolean':false}";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Patient.identifier.where(system = 'http://b' and use.empty()).value | /identifier/1/value",
                    "Patient.identifier.where(use = 'official').value.first()            | /identifier/0/value",
                    "Patient.identifier.last().value                                     | /identifier/1/value",
                    "identifier[1].value                                                 | /identifier/1/value",
                    "Patient.name.given.where($this = 'Léa')                             | /name/0/given/1",
                    "Patient.name.family                                                 | /name/0/family",
                })
        void mayBeAnyFhirPath(String path, String pointer) {
            boolean present = !tree(PATIENT).at(pointer).isMissingNode();
            var patch = present
                    ? operation("replace", path, "'value','valueString':'new'")
                    : operation(
                            "add",
                            path.substring(0, path.lastIndexOf('.')),
                            "'name','valueString':'family'",
                            "'value','valueString':'new'");

            var patched = PATCH.apply(tree(PATIENT), patch);

            assertThat(patched.at(pointer).textValue()).isEqualTo("new");
        }

        @Test
        void reachChoicesByTheirElement() {
            var patched = PATCH.apply(
                    tree(PATIENT), operation("replace", "Patient.deceased", "'value','valueDateTime':'2026-01-01'"));

            assertThat(patched.get("deceasedDateTime").textValue()).isEqualTo("2026-01-01");
            assertThat(patched.has("deceasedBoolean")).isFalse();
        }

        @Test
        void reachExtensionsOfValues() {
            var patched = PATCH.apply(
                    tree("{'resourceType':'Patient','birthDate':'2020'}"),
                    operation(
                            "add",
                            "Patient.birthDate",
                            "'name','valueString':'extension'",
                            "'value','part':[{'name':'url','valueUri':'http://x'},{'name':'value','valueCode':'a'}]"));

            assertThat(patched)
                    .isEqualTo(tree("{'resourceType':'Patient','birthDate':'2020',"
                            + "'_birthDate':{'extension':[{'url':'http://x','valueCode':'a'}]}}"));
        }

        @Test
        void reachContainedResources() {
            var patched = PATCH.apply(
                    tree("{'resourceType':'Patient','contained':[{'resourceType':'Organization','id':'o'}]}"),
                    operation(
                            "add",
                            "Patient.contained[0]",
                            "'name','valueString':'name'",
                            "'value','valueString':'Hôpital'"));

            assertThat(patched.at("/contained/0/name").textValue()).isEqualTo("Hôpital");
        }
    }

    @Nested
    class RepeatedValues {

        private static final String NAMES =
                "{'resourceType':'Patient','name':[{'given':['a','b','c']," + "'_given':[null,{'id':'second'},null]}]}";

        @Test
        void keepTheirExtensionsWhenTheyMove() {
            var patched = PATCH.apply(
                    tree(NAMES),
                    operation(
                            "move",
                            "Patient.name.given",
                            "'source','valueInteger':1",
                            "'destination','valueInteger':0"));

            assertThat(patched)
                    .isEqualTo(tree("{'resourceType':'Patient','name':[{'given':['b','a','c'],"
                            + "'_given':[{'id':'second'},null,null]}]}"));
        }

        @Test
        void takeTheirExtensionsAwayWithThem() {
            var patched = PATCH.apply(tree(NAMES), operation("delete", "Patient.name.given[1]"));

            assertThat(patched).isEqualTo(tree("{'resourceType':'Patient','name':[{'given':['a','c']}]}"));
        }

        @Test
        void bringTheirExtensions() {
            var patched = PATCH.apply(
                    tree("{'resourceType':'Patient','name':[{'given':['a']}]}"),
                    operation(
                            "insert",
                            "Patient.name[0].given",
                            "'index','valueInteger':0",
                            "'value','_valueString':{'id':'x'}"));

            assertThat(patched)
                    .isEqualTo(tree(
                            "{'resourceType':'Patient','name':[{'given':[null,'a'],'_given':[{'id':'x'},null]}]}"));
        }
    }

    @Nested
    class Refusing {

        private static final String PATIENT =
                "{'resourceType':'Patient','gender':'male'," + "'name':[{'family':'a'},{'family':'b'}]}";

        @Test
        void namesTheOperation() {
            assertThat(refusalOf(PATIENT, operation("replace", "Patient.birthDate", "'value','valueDate':'2020'")))
                    .hasMessage("Operation 0 (replace Patient.birthDate) failed: "
                            + "its path does not lead to exactly one element.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "422 | delete  | Patient.name                | 'x','valueCode':'y'",
                    "422 | delete  | Patient.surname             | 'x','valueCode':'y'",
                    "422 | delete  | Patient.name.where(1 = 1)   | 'x','valueCode':'y'",
                    "422 | add     | Patient.name                | 'name','valueString':'family'",
                    "400 | add     | Patient.name[0]             | 'x','valueCode':'y'",
                    "400 | add     | Patient.name[0]             | 'name','valueString':'given'",
                    "422 | replace | Patient.name                | 'value','valueHumanName':{'family':'x'}",
                    "400 | insert  | Patient.name                | 'value','valueHumanName':{'family':'x'}",
                    "422 | insert  | Patient.gender              | 'value','valueCode':'x'",
                    "400 | move    | Patient.name                | 'source','valueString':'x'",
                    "400 | merge   | Patient.name                | 'x','valueCode':'y'",
                    "400 | delete  | Patient.name.where(         | 'x','valueCode':'y'",
                    "422 | delete  | 1 + 1                       | 'x','valueCode':'y'",
                    "422 | delete  | Patient.name.where(family.matches('(a+)+b')) | 'x','valueCode':'y'",
                })
        void coversWhatHasNoClearMeaning(int status, String type, String path, String part) {
            assertThat(refusalOf(PATIENT, operation(type, path, part)).status()).isEqualTo(status);
        }

        @Test
        void coversASecondValueOfASingleElement() {
            var patch = operation("add", "Patient", "'name','valueString':'gender'", "'value','valueCode':'female'");

            assertThat(refusalOf(PATIENT, patch))
                    .hasMessage("Operation 0 (add Patient) failed: gender is already there.");
        }

        @Test
        void coversTypesThatAChoiceCannotHold() {
            var patch = operation("add", "Patient", "'name','valueString':'deceased'", "'value','valueDate':'2020'");

            assertThat(refusalOf(PATIENT, patch))
                    .hasMessage("Operation 0 (add Patient) failed: deceased cannot hold a value of type \"Date\".");
        }
    }

    @Nested
    class CasesOfHl7 {

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.parvis.fhir.content.FhirPathPatchTest#casesOfHl7")
        void pass(Case test) {
            if (test.output().isEmpty()) {
                assertThat(catchThrowableOfType(Refusal.class, () -> PATCH.apply(test.input(), test.diff()))
                                .status())
                        .isEqualTo(422);
                return;
            }

            var patched = PATCH.apply(test.input(), test.diff());

            assertThat(JsonOrder.sorted(patched))
                    .isEqualTo(JsonOrder.sorted(test.output().get()));
        }
    }

    /** A case of HL7's suite; without output, it must be refused. */
    record Case(String name, ObjectNode input, ObjectNode diff, Optional<ObjectNode> output) {
        static Case of(Element test) {
            return new Case(
                    test.getAttribute("name"),
                    resource(test, "input").orElseThrow(),
                    resource(test, "diff").orElseThrow(),
                    resource(test, "output"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> casesOfHl7() throws Exception {
        var cases = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Examples.hl7("patch/fhir-patch-tests.xml"))))
                .getElementsByTagName("case");
        return IntStream.range(0, cases.getLength())
                .mapToObj(at -> Case.of((Element) cases.item(at)))
                .toList();
    }

    private static Optional<ObjectNode> resource(Element test, String part) {
        NodeList parts = test.getElementsByTagName(part);
        return parts.getLength() == 0 ? Optional.empty() : Optional.of(resource((Element) parts.item(0)));
    }

    private static ObjectNode resource(Element part) {
        Node node = part.getFirstChild();
        while (node.getNodeType() != Node.ELEMENT_NODE) {
            node = node.getNextSibling();
        }
        try {
            var text = new StringWriter();
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(node), new StreamResult(text));
            return XML.read(text.toString().getBytes(UTF_8));
        } catch (TransformerException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
