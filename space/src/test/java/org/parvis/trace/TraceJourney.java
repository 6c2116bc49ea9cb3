package org.parvis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parvis.web.Look;
import org.parvis.web.PageVisit;

/** A patient reads who saw the record, asks why, and reads the officer's answer, in a real browser. */
class TraceJourney {

    private static final String TAB = "/dossier/journey-ana/acces";

    @BeforeAll
    static void keep() {
        TraceFixtures.readByADoctor("journey-ana");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void isReadInEveryLook(Look look) {
        assertThat(PageVisit.to(TAB, look, "trace-patient").faults()).isEmpty();
        assertThat(PageVisit.to("/traces?patient=journey-ana", look, "trace-search")
                        .faults())
                .isEmpty();
        assertThat(PageVisit.to("/traces/a-examiner", look, "trace-review").faults())
                .isEmpty();
    }

    @Test
    void leadsFromAQuestionToItsAnswer() {
        PageVisit.acting(TAB, page -> {
            Locator read = page.locator(".timeline > li").last();
            read.locator("summary").click();
            read.locator("textarea").fill("Je n’étais pas à l’hôpital ce jour-là.");
            read.getByText("Envoyer la question").click();
            assertThat(page.content()).contains("Question envoyée, réponse attendue");

            page.navigate(page.url().replaceFirst("/dossier/.*", "/traces/a-examiner"));
            Locator question = page.locator(".timeline > li")
                    .filter(new Locator.FilterOptions().setHasText("Je n’étais pas à l’hôpital"));
            question.locator("textarea").fill("Une erreur de dossier. La personne a été avertie.");
            question.getByText("Envoyer la réponse").click();

            page.navigate(page.url().replaceFirst("/traces/.*", TAB));
            assertThat(page.content()).contains("Réponse reçue", "Une erreur de dossier.");
        });
    }
}
