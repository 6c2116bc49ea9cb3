package org.parvis.fhir.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.index.DateRange;

class AccessRulesTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private static List<AccessRule> rules(String resource) {
        try {
            var read = (ObjectNode) JSON.readTree(resource);
            var self =
                    read.path("resourceType").asText() + "/" + read.path("id").asText();
            return new AccessRules(ZoneId.of("Europe/Paris")).of(self, read);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(resource, wrong);
        }
    }

    /** Rules of one Consent, R4 consent.html. */
    @Nested
    class OfAConsent {

        private static List<AccessRule> wills(String provision) {
            return rules(("{'resourceType':'Consent','id':'c','status':'active','patient':{'reference':'Patient/1'},"
                            + "'provision':%s}")
                    .formatted(provision));
        }

        private static Will will(int depth, boolean denies, String actor, String type) {
            return new Will(
                    "Consent/c", "Patient/1", depth, denies, actor, Optional.empty(), type, "", "", Reading.ALWAYS);
        }

        @Test
        void anExceptionTakesWhatItDoesNotSayFromTheRuleAroundIt() {
            assertThat(wills("""
                            {'type':'deny','class':[{'code':'Observation'}],'provision':[
                             {'type':'permit','actor':[{'reference':{'reference':'Practitioner/2'}}]}]}"""))
                    .containsExactly(will(0, true, "", "Observation"), will(1, false, "Practitioner/2", "Observation"));
        }

        @Test
        void aCriterionThatIsNotLookedAtWidensARefusalAndVoidsAPermission() {
            assertThat(wills("{'type':'deny','actor':[{'reference':{'reference':'CareTeam/2'}}]}"))
                    .containsExactly(will(0, true, "", ""));
            assertThat(wills("{'type':'permit','actor':[{'reference':{'reference':'CareTeam/2'}}]}"))
                    .isEmpty();
            assertThat(wills("{'type':'deny','code':[{'text':'x'}]}")).containsExactly(will(0, true, "", ""));
            assertThat(wills("{'type':'permit','code':[{'text':'x'}]}")).isEmpty();
            assertThat(wills("{'type':'deny','purpose':[{'code':'HMARKT'}]}")).containsExactly(will(0, true, "", ""));
            assertThat(wills("{'type':'permit','purpose':[{'code':'HMARKT'}]}")).isEmpty();
        }

        @Test
        void thatIsNotActiveSaysNothing() {
            assertThat(rules("""
                            {'resourceType':'Consent','id':'c','status':'inactive','patient':{'reference':'Patient/1'},
                             'provision':{'type':'deny'}}""")).isEmpty();
        }

        @Test
        void mayTellItsOuterRuleByItsPolicyAlone() {
            assertThat(rules("""
                            {'resourceType':'Consent','id':'c','status':'active','patient':{'reference':'Patient/1'},
                             'policyRule':{'coding':[{'code':'OPTOUT'}]}}""")).containsExactly(will(0, true, "", ""));
        }
    }

    @Nested
    class OfACareTeam {

        @Test
        void lastAsLongAsBothTheTeamAndTheParticipation() {
            var rules = rules("""
                    {'resourceType':'CareTeam','id':'t','status':'active','subject':{'reference':'Patient/1'},
                     'period':{'start':'2026-01-01T00:00:00Z'},
                     'participant':[{'period':{'end':'2026-02-01T00:00:00Z'},'member':{'reference':'Practitioner/2'}}]}""");

            assertThat(rules)
                    .containsExactly(new Relation(
                            Basis.CIRCLE,
                            "Practitioner/2",
                            "Patient/1",
                            "",
                            "",
                            new DateRange(1_767_225_600_000_000L, 1_769_904_001_000_000L)));
        }

        @Test
        void thatEndedOpensNothing() {
            assertThat(rules("""
                            {'resourceType':'CareTeam','id':'t','status':'inactive','subject':{'reference':'Patient/1'},
                             'participant':[{'member':{'reference':'Practitioner/2'}}]}""")).isEmpty();
        }
    }

    @Nested
    class OfATask {

        @Test
        void openWhatItRestsOnToItsOwner() {
            var rules = rules("""
                    {'resourceType':'Task','id':'t','status':'requested','for':{'reference':'Patient/1'},
                     'focus':{'reference':'ServiceRequest/5'},'owner':{'reference':'PractitionerRole/3/_history/2'}}""");

            assertThat(rules)
                    .allMatch(rule -> rule instanceof Relation relation
                            && relation.basis() == Basis.ADDRESSEE
                            && relation.holder().equals("PractitionerRole/3"))
                    .extracting(rule -> ((Relation) rule).only())
                    .containsExactlyInAnyOrder("Task/t", "ServiceRequest/5", "Patient/1");
        }
    }
}
