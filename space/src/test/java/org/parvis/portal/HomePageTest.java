package org.parvis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class HomePageTest {

    @Nested
    class Showing {

        @Test
        void saysWhereTheDataAreAndThatTheyAreSafe() {
            var page = RunningServer.get("/");

            assertThat(page.body())
                    .contains("PostgreSQL 18.6, lancé par Parvis", "parvis-test", "survit à une coupure");
        }

        @Test
        void countsWhatTheStoreHoldsByType() {
            var before = patients();
            RunningServer.send(HttpRequest.newBuilder(RunningServer.at("/fhir/Patient"))
                    .header("Content-Type", "application/fhir+json")
                    .POST(BodyPublishers.ofString("{\"resourceType\":\"Patient\"}"))
                    .build());

            assertThat(patients()).isEqualTo(before + 1);
        }

        @Test
        void givesCommandsThatReachThisServer() {
            var page = RunningServer.get("/");

            assertThat(page.body()).contains("curl -N '" + RunningServer.at("/feed?follow=true"));
        }

        private static long patients() {
            var row = Pattern.compile(">Patient</a></td>\\s*<td>([^<]*)</td>")
                    .matcher(RunningServer.get("/").body());
            return row.find() ? Long.parseLong(row.group(1).replaceAll("\\D", "")) : 0;
        }
    }
}
