package org.parvis.fhir.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StoredBodyTest {

    @Test
    void givesBackTheExactBytes() {
        String json =
                "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Lefèvre\"}],\"multipleBirthInteger\":1.50}";

        var body = StoredBody.stored(StoredBody.of(json.getBytes(UTF_8)).bytes());

        assertThat(new String(body.json(), UTF_8)).isEqualTo(json);
    }

    @Test
    void keepsBodiesOfAnyLength() {
        byte[] long10Megabytes = "abcdefghij".repeat(1_000_000).getBytes(UTF_8);

        assertThat(StoredBody.of(long10Megabytes).json()).isEqualTo(long10Megabytes);
        assertThat(StoredBody.of(new byte[] {'{', '}'}).json()).isEqualTo(new byte[] {'{', '}'});
    }

    @Test
    void isMuchSmallerThanAFrequentResource() {
        String height = """
                {"resourceType":"Observation","status":"final","category":[{"coding":[{"system":
                "http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],"code":{"coding":[{
                "system":"http://loinc.org","code":"8302-2"}]},"subject":{"reference":"Patient/p0000000000rs"}}""";

        assertThat(StoredBody.of(height.getBytes(UTF_8)).bytes().length).isLessThan(height.length() / 3);
    }

    @Test
    void refusesWhatItDidNotWrite() {
        assertThatThrownBy(
                        () -> StoredBody.stored(new byte[] {9, 0, 0, 0, 1, 1}).json())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unknown form");
    }
}
