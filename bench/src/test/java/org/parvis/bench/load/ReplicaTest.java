package org.parvis.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.bench.corpus.Json;

class ReplicaTest {
    private static final String PATIENT = "11111111-2222-3333-4444-555555555555";
    private static final String ESTABLISHMENT = "99999999-2222-3333-4444-555555555555";
    private static final byte[] BUNDLE = """
            {"entry": [
              {"fullUrl": "urn:uuid:%1$s", "resource": {"id": "%1$s"}},
              {"fullUrl": "urn:uuid:77777777-2222-3333-4444-555555555555",
               "resource": {"subject": {"reference": "urn:uuid:%1$s"},
                            "performer": {"reference": "Organization?identifier=x|%2$s"}}}]}""".formatted(PATIENT, ESTABLISHMENT).getBytes(UTF_8);

    @Nested
    class Of {
        @Test
        void givesTheBundlesOwnIdsAFreshValueEverywhere() {
            var replica = Json.read(Replica.of(BUNDLE, 1));

            var fresh = replica.at("/entry/0/resource/id").asText();
            assertThat(fresh).isNotEqualTo(PATIENT);
            assertThat(replica.at("/entry/0/fullUrl").asText()).isEqualTo("urn:uuid:" + fresh);
            assertThat(replica.at("/entry/1/resource/subject/reference").asText())
                    .isEqualTo("urn:uuid:" + fresh);
        }

        @Test
        void keepsWhatLeadsOutOfTheBundle() {
            var replica = Json.read(Replica.of(BUNDLE, 1));

            assertThat(replica.at("/entry/1/resource/performer/reference").asText())
                    .isEqualTo("Organization?identifier=x|" + ESTABLISHMENT);
        }

        @Test
        void isTheSameForTheSameNumberAndAnotherForAnother() {
            assertThat(Replica.of(BUNDLE, 1)).isEqualTo(Replica.of(BUNDLE, 1));
            assertThat(Replica.of(BUNDLE, 1)).isNotEqualTo(Replica.of(BUNDLE, 2));
        }
    }
}
