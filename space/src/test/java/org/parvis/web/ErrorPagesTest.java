package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class ErrorPagesTest {

    @Nested
    class WhatTheStoreRefuses {
        @Test
        void isToldInFrench() {
            var answer = RunningServer.get("/annuaire/professionnels/solenn%3F_format=nonsense");

            assertThat(answer.statusCode()).isBetween(400, 404);
            assertThat(answer.body()).contains("lang=\"fr\"").doesNotContain("is not");
        }
    }
}
