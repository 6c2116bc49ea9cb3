package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.index.IndexFixtures.indexed;

import org.junit.jupiter.api.Test;

/** R4 search.html, 3.1.1.4.9. */
class StringReaderTest {

    private static final String PATIENT = """
            {"resourceType": "Patient",
             "name": [{"family": "Dùrand", "given": ["Élise", null, "Anne"], "_given": [null, {"id": "a"}, null],
                       "prefix": ["Mme"], "suffix": ["PhD"], "text": "Mme Élise Dùrand"}],
             "address": [{"line": ["1 rue du Port", "Bât. B"], "city": "Lille", "district": "Nord",
                          "state": "Hauts-de-France", "postalCode": "59000", "country": "FR"}]}
            """;

    @Test
    void takesEachPartOfAName() {
        assertThat(indexed(PATIENT, "name"))
                .containsExactly(
                        new StringValue("Mme Élise Dùrand"),
                        new StringValue("Dùrand"),
                        new StringValue("Élise"),
                        new StringValue("Anne"),
                        new StringValue("Mme"),
                        new StringValue("PhD"));
    }

    @Test
    void takesEachPartOfAnAddress() {
        assertThat(indexed(PATIENT, "address"))
                .containsExactly(
                        new StringValue("1 rue du Port"),
                        new StringValue("Bât. B"),
                        new StringValue("Lille"),
                        new StringValue("Nord"),
                        new StringValue("Hauts-de-France"),
                        new StringValue("59000"),
                        new StringValue("FR"));
    }

    @Test
    void takesASimpleText() {
        assertThat(indexed(PATIENT, "given")).containsExactly(new StringValue("Élise"), new StringValue("Anne"));
    }

    @Test
    void foldsForComparing() {
        assertThat(new StringValue("Dùrand").folded()).isEqualTo("durand");
    }
}
