package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parvis.access.Worker;
import org.parvis.authority.Software.Use;

/** Asking whether a token is good (RFC 7662), and giving it back (RFC 7009). */
class TokenQuestionsTest {

    private static final String SCOPES = "fhirUser user/*.rs offline_access";

    private final TestSoftware resources = TestSoftware.with(Use.RESOURCES, "");
    private final Worker doctor = Worker.in("Clinique des Ressources");
    private final TestApplication application = TestApplication.with(SCOPES);
    private final JsonNode tokens = application.tokens(doctor.browser(), SCOPES);

    private JsonNode told(TestSoftware asking, String kind) {
        var token = tokens.path(kind).asText();
        return TestSoftware.json(
                asking.post("/oauth2/introspect", Map.of("token", token), asking.signed(asking.claims()))
                        .body());
    }

    private boolean isGood() {
        return told(resources, "access_token").path("active").asBoolean();
    }

    @Test
    void aServerOfTheRegionIsToldForWhomATokenActsAndWhere() {
        var told = told(resources, "access_token");

        assertThat(told.path("active").asBoolean()).isTrue();
        assertThat(told.path("scope").asText().split(" ")).contains("fhirUser", "user/*.rs");
        assertThat(told.path("client_id").asText())
                .isEqualTo(application.known().id());
        assertThat(told.path("sub").asText())
                .isEqualTo(doctor.member().account().id().toString());
        assertThat(told.path("fhirUser").asText())
                .endsWith(doctor.member().account().person().orElseThrow());
        assertThat(told.path("organization").asText()).startsWith("Organization/");
    }

    @Test
    void softwareWhoseItIsNotIsToldNothing() {
        var other = TestSoftware.with("system/*.rs");

        assertThat(told(other, "access_token").toString()).isEqualTo("{\"active\":false}");
    }

    @Test
    void aRefreshTokenIsNobodyElsesAffair() {
        assertThat(told(resources, "refresh_token").toString()).isEqualTo("{\"active\":false}");
    }

    @Test
    void aTokenIsGoodNoMoreOnceItsHolderHasLeft() {
        assertThat(isGood()).isTrue();

        doctor.leaves(doctor.roles().getFirst());

        assertThat(isGood()).isFalse();
    }

    @Test
    void aRefreshTokenGivenBackEndsItsFamily() {
        TestApplication.post(
                "/oauth2/revoke",
                Map.of(
                        "client_id", application.known().id(),
                        "token", tokens.path("refresh_token").asText()));

        assertThat(isGood()).isFalse();
    }

    @Test
    void whatIsAnothersCannotBeGivenBack() {
        var other = TestSoftware.with("system/*.rs");

        other.post(
                "/oauth2/revoke", Map.of("token", tokens.path("access_token").asText()), other.signed(other.claims()));

        assertThat(isGood()).isTrue();
    }
}
