package org.parvis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class HomePageTest {

    @Nested
    class Showing {
        @Test
        void saysThatOnlyThisMachineIsListenedTo() {
            var page = RunningServer.get("/");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Ce serveur n’écoute que cette machine.");
        }

        @Test
        void saysWhereTheDataAreAndThatTheyAreSafe() {
            var page = RunningServer.get("/");

            assertThat(page.body())
                    .contains(
                            "PostgreSQL 18.6, lancé par Parvis", "target/test-server/postgres", "survit à une coupure");
        }

        @Test
        void givesCommandsThatReachThisServer() {
            var page = RunningServer.get("/");

            assertThat(page.body()).contains("curl -N " + RunningServer.at("/feed"));
        }
    }
}
