package org.parvis.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class HealthServletTest {

    @Nested
    class Asking {
        @Test
        void isAnsweredUpWhileTheDatabaseAnswers() {
            var answer = RunningServer.get("/health");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }
}
