package org.parvis.fhir.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.outcome.Refusal;

class PageLinksTest {

    private static final String QUERY = "Patient?name=petit";

    private final PageLinks links = new PageLinks(new byte[32]);

    @Test
    void openWhatTheySealed() {
        var keys = Arrays.asList("lefèvre", null, "42");

        assertThat(links.open(links.seal(keys, QUERY), QUERY)).isEqualTo(keys);
    }

    @Test
    void showNothingOfTheirKeys() {
        assertThat(links.seal(List.of("lefevre"), QUERY)).doesNotContain("lefevre");
    }

    @Test
    void areRefusedForAnotherQueryOrWhenChanged() {
        String link = links.seal(List.of("a"), QUERY);

        assertThatThrownBy(() -> links.open(link, "Patient?name=grand")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> links.open("x" + link.substring(1), QUERY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> links.open("!", QUERY)).isInstanceOf(Refusal.class);
    }
}
