package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.parvis.fhir.index.IndexFixtures.PARAMS;
import static org.parvis.fhir.index.IndexFixtures.indexed;
import static org.parvis.fhir.index.IndexFixtures.json;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.Refusal;

/** R4 searchparameter.html. */
class PostedParametersTest {

    private static final PostedParameters POSTED = new PostedParameters(IndexFixtures.R4);

    private static final String BIRTH_PLACE = """
            {"resourceType": "SearchParameter", "url": "urn:example:birth-place", "code": "birth-place",
             "base": ["Patient"], "type": "string",
             "expression": "Patient.extension('http://hl7.org/fhir/StructureDefinition/patient-birthPlace').value.as(Address).city"}
            """;

    /** The net total of an invoice, which is money. */
    static SearchParam invoiceTotal() {
        var posted = """
                {"resourceType": "SearchParameter", "url": "urn:example:total", "code": "total",
                 "base": ["Invoice"], "type": "quantity", "expression": "Invoice.totalNet"}
                """;
        return POSTED.read(json(posted), PARAMS).getFirst();
    }

    @Nested
    class Reading {

        @Test
        void makesAParameterOfTheType() {
            assertThat(POSTED.read(json(BIRTH_PLACE), PARAMS))
                    .containsExactly(new SearchParam(
                            "Patient",
                            "birth-place",
                            ParamKind.STRING,
                            "urn:example:birth-place",
                            "Patient.extension('http://hl7.org/fhir/StructureDefinition/patient-birthPlace')"
                                    + ".value.as(Address).city",
                            Set.of(),
                            List.of(),
                            List.of(StoredParam.whole("birth-place"))));
        }

        @Test
        void makesOneOfEachBase() {
            var posted = """
                    {"resourceType": "SearchParameter", "url": "urn:example:org", "code": "org", "target": ["Organization"],
                     "base": ["Patient", "Encounter"], "type": "reference",
                     "expression": "Patient.managingOrganization | Encounter.serviceProvider"}
                    """;

            assertThat(POSTED.read(json(posted), PARAMS))
                    .extracting(SearchParam::resourceType, SearchParam::expression)
                    .containsExactly(
                            tuple("Patient", "Patient.managingOrganization"),
                            tuple("Encounter", "Encounter.serviceProvider"));
        }

        @Test
        void makesOneOfEveryTypeForASharedBase() {
            var posted = """
                    {"resourceType": "SearchParameter", "url": "urn:example:lang", "code": "lang",
                     "base": ["Resource"], "type": "token", "expression": "Resource.language"}
                    """;

            assertThat(POSTED.read(json(posted), PARAMS)).hasSameSizeAs(PARAMS.types());
        }

        @Test
        void addsNothingWhereThisServerHasTheParameterAlready() {
            var posted = """
                    {"resourceType": "SearchParameter", "url": "http://hl7.org/fhir/SearchParameter/Resource-id",
                     "code": "_id", "base": ["Resource"], "type": "token", "expression": "Resource.id"}
                    """;

            assertThat(POSTED.read(json(posted), PARAMS)).isEmpty();
        }

        @Test
        void addsOneOfR4WhereThisServerHasItNot() {
            var posted = """
                    {"resourceType": "SearchParameter", "url": "http://hl7.org/fhir/SearchParameter/Invoice-date",
                     "code": "date", "base": ["Invoice"], "type": "date", "expression": "Invoice.date"}
                    """;

            assertThat(POSTED.read(json(posted), PARAMS))
                    .extracting(SearchParam::resourceType, SearchParam::code)
                    .containsExactly(tuple("Invoice", "date"));
        }

        @Test
        void takesItsValues() {
            var params = PARAMS.with(POSTED.read(json(BIRTH_PLACE), PARAMS).getFirst());
            var patient = """
                    {"resourceType": "Patient", "extension": [
                      {"url": "http://hl7.org/fhir/StructureDefinition/patient-birthPlace", "valueAddress": {"city": "Brest"}},
                      {"url": "urn:other", "valueAddress": {"city": "Nantes"}}]}
                    """;

            assertThat(indexed(extraction(params), patient, "birth-place")).containsExactly(new StringValue("Brest"));
        }

        @Test
        void leavesToTheEngineWhatIsNotCompiled() {
            var posted = """
                    {"resourceType": "SearchParameter", "url": "urn:example:full-name", "code": "full-name",
                     "base": ["Patient"], "type": "string",
                     "expression": "Patient.name.select(given.first() + ' ' + family) | Patient.name.text"}
                    """;
            var params = PARAMS.with(POSTED.read(json(posted), PARAMS).getFirst());
            var patient = """
                    {"resourceType": "Patient", "name": [{"family": "Durand", "given": ["Élise"], "text": "Mme Durand"}]}
                    """;

            assertThat(indexed(extraction(params), patient, "full-name"))
                    .containsExactly(new StringValue("Élise Durand"), new StringValue("Mme Durand"));
        }

        private static Extraction extraction(SearchParams params) {
            return Extraction.compile(params, IndexFixtures.R4, IndexFixtures.PARIS);
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '`',
                value = {
                    "\"urn:example:birth-place\"; \"\"; SearchParameter.url; SearchParameter.url is missing.",
                    "\"birth-place\"; \"_id\"; SearchParameter.code; '_id' cannot be the name of a search parameter.",
                    "\"birth-place\"; \"a.b\"; SearchParameter.code; 'a.b' cannot be the name of a search parameter.",
                    "\"birth-place\"; \"family\"; SearchParameter.code; The code family of Patient already belongs to"
                            + " http://hl7.org/fhir/SearchParameter/individual-family.",
                    "[\"Patient\"]; [\"Dossier\"]; SearchParameter.base[0]; R4 has no resource type 'Dossier'.",
                    "[\"Patient\"]; []; SearchParameter.base; SearchParameter.base is missing.",
                    "[\"Patient\"]; [\"Encounter\"]; SearchParameter.expression; No alternative of the expression begins at"
                            + " Encounter.",
                    "\"string\"; \"text\"; SearchParameter.type; Parameters of type 'text' cannot be defined here.",
                    "\"string\"; \"quantity\"; SearchParameter.expression; Patient.birth-place: no element of its"
                            + " expression can be searched as quantity.",
                    "value.as(Address).city; town; SearchParameter.expression; Patient.birth-place: no element of its"
                            + " expression can be searched as string.",
                    "\"string\"; \"composite\"; SearchParameter.component; A composite pairs exactly two components here.",
                })
        void saysWhereTheFaultIs(String right, String wrong, String place, String sentence) {
            var posted = json(BIRTH_PLACE.replace(right, wrong));

            assertThatThrownBy(() -> POSTED.read(posted, PARAMS)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.status()).isEqualTo(422);
                assertThat(refusal.issues())
                        .extracting(Issue::diagnostics, Issue::expression)
                        .containsExactly(tuple(sentence, place));
            });
        }

        @Test
        void rejectsWhatIsNotFhirPath() {
            var posted = json(BIRTH_PLACE.replace(".city", ".city.("));

            assertThatThrownBy(() -> POSTED.read(posted, PARAMS))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is not FHIRPath");
        }
    }
}
