package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;

/** Pages of applications that ask from people's browsers (Fetch Standard, CORS protocol). */
class ApplicationSitesTest {

    private static final String SITE = "https://courbes.exemple.fr";

    @BeforeAll
    static void declareTheApplication() {
        TestApplication.with("openid");
    }

    /** Which site a browser is told may ask there, and whether with cookies. */
    private static Optional<String> allowed(String site, String path) {
        var answer = new PlainBrowser()
                .send(HttpRequest.newBuilder(GuardedServer.at(path))
                        .header("Origin", site)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization")
                        .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        return answer.headers().firstValue("Access-Control-Allow-Origin");
    }

    @Nested
    class ADeclaredSite {
        @ParameterizedTest
        @ValueSource(strings = {"/fhir/Observation", "/oauth2/token", "/oauth2/userinfo"})
        void mayAskWithoutCookies(String path) {
            assertThat(allowed(SITE, path)).hasValue(SITE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/mes-sessions", "/autorisation", "/oauth2/introspect", "/feed"})
        void mayNotAskElsewhere(String path) {
            assertThat(allowed(SITE, path)).isEmpty();
        }
    }

    @Test
    void anyOtherSiteMayNotAsk() {
        assertThat(allowed("https://ailleurs.example", "/fhir/Observation")).isEmpty();
    }
}
