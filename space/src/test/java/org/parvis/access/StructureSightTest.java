package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** A structure's software sees here what the structure sent, as long as the patient wants. */
class StructureSightTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private static FhirEndpoint endpoint;
    private static StoreClient system;

    @BeforeAll
    static void sendAResult() {
        endpoint = RunningServer.bean(FhirEndpoint.class);
        system = endpoint.as(Caller.system());
        system.update(tree("{'resourceType':'Organization','id':'own-chu'}"));
        system.update(tree("{'resourceType':'Organization','id':'own-other'}"));
        caller(Permit.everything()).update(tree("{'resourceType':'Patient','id':'own-ana'}"));
        caller(Permit.everything()).update(tree("""
                {'resourceType':'Observation','id':'own-result','status':'final','code':{'text':'x'},
                 'subject':{'reference':'Patient/own-ana'}}"""));
    }

    private static StoreClient caller(Permit permit) {
        return endpoint.as(new Caller("CHU", Optional.empty(), Optional.of("own-chu"), Purpose.CARE, permit));
    }

    private static StoreClient software() {
        var policy = new Policies().of("hospital-system").orElseThrow();
        return caller(Permit.rights(policy.rights(Set.of("Organization/own-chu"), Set.of("own-chu"), Purpose.CARE)));
    }

    private static void want(String status, String provision) {
        system.update(tree("""
                {'resourceType':'Consent','id':'own-will','status':'%s','scope':{'text':'x'},'policyRule':{'text':'x'},
                 'category':[{'coding':[{'system':'urn:parvis:access','code':'sharing'}]}],
                 'patient':{'reference':'Patient/own-ana'},'provision':{'type':'deny'%s}}""".formatted(status, provision)));
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    @Nested
    class WhatItSent {
        @Test
        void isThereUntilThePatientRefusesAndAgainOnceTheyDoNot() {
            want("inactive", "");
            assertThat(software().read("Observation", "own-result")).isPresent();

            want("active", "");
            assertThat(software().read("Observation", "own-result")).isEmpty();
            assertThat(software()
                            .search("Observation?_id=own-result&_summary=count")
                            .total())
                    .hasValue(0);

            want("inactive", "");
            assertThat(software().read("Observation", "own-result")).isPresent();
        }

        @Test
        void isThereWhenOthersAreRefused() {
            want("active", ",'actor':[{'role':{'text':'x'},'reference':{'reference':'Organization/own-other'}}]");

            assertThat(software().search("Observation?_id=own-result").matches())
                    .hasSize(1);
        }
    }

    @Nested
    class WhatItSendsOnceThePatientHasRefused {
        @Test
        void isRefusedThoughThePatientIsTreatedThere() {
            caller(Permit.everything()).update(tree("""
                    {'resourceType':'Encounter','id':'own-stay','status':'in-progress','class':{'code':'IMP'},
                     'subject':{'reference':'Patient/own-ana'},'serviceProvider':{'reference':'Organization/own-chu'}}"""));
            want("inactive", "");
            software().update(result());

            want("active", "");

            assertThatThrownBy(() -> software().update(result())).isInstanceOf(Refusal.class);
        }

        private ObjectNode result() {
            return tree("""
                    {'resourceType':'Observation','id':'own-later','status':'final','code':{'text':'x'},
                     'subject':{'reference':'Patient/own-ana'}}""");
        }
    }
}
