package org.parvis.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The patients of the matrix: one for each relation and state of consent, each with resources of every kind. All is about
 * one professional, their practice and hospital; a patient's relatives are their own.
 */
final class MatrixData {

    static final String TAG = "urn:parvis:test|matrix";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final Instant now;

    MatrixData(Instant now) {
        this.now = now;
    }

    /** Whom all relations are with. */
    static List<ObjectNode> directory() {
        return List.of(
                tree("{'resourceType':'Organization','id':'matrix-chu','name':'CHU'}"),
                tree("{'resourceType':'Organization','id':'matrix-other','name':'Autre'}"),
                tree("{'resourceType':'Practitioner','id':'matrix-doc'}"),
                tree("{'resourceType':'Practitioner','id':'matrix-stranger'}"),
                tree(
                        "{'resourceType':'PractitionerRole','id':'matrix-role','practitioner':{'reference':'Practitioner/matrix-doc'}}"));
    }

    /** By name, the resources that make a relation with the patient `@`. */
    Map<String, String> relations() {
        var all = new LinkedHashMap<String, String>();
        all.put("none", "");
        all.put("stranger", circle("Practitioner/matrix-stranger", ""));
        all.put("guardian", "");
        all.put("carer", "");
        all.put("treating", "");
        all.put("treating-structure", "");
        all.put("circle", circle("Practitioner/matrix-doc", ""));
        all.put("circle-role", circle("PractitionerRole/matrix-role", ""));
        all.put("circle-structure", circle("Organization/matrix-chu", ""));
        all.put("circle-ended", circle("Practitioner/matrix-doc", period(-300, -100)));
        all.put("circle-to-come", circle("Practitioner/matrix-doc", period(10, 100)));
        all.put("encounter", encounter("in-progress", period(-2, 2)));
        all.put("encounter-recent", encounter("finished", period(-40, -20)));
        all.put("encounter-old", encounter("finished", period(-400, -390)));
        all.put("encounter-cancelled", encounter("cancelled", period(-2, 2)));
        all.put("addressee", "");
        all.put("author", "");
        all.put("visit", consent("visit", "permit", actor("Practitioner/matrix-doc") + period(-1, 1)));
        all.put("visit-over", consent("visit", "permit", actor("Practitioner/matrix-doc") + period(-3, -2)));
        all.put("emergency", emergency(period(-1, 1)));
        all.put("emergency-over", emergency(period(-3, -2)));
        return all;
    }

    /** By name, the Consents of the patient `@`. */
    Map<String, String> wills() {
        var all = new LinkedHashMap<String, String>();
        all.put("silent", "");
        all.put("agrees", consent("", "permit", ""));
        all.put("agreed-once", consent("", "permit", "").replace("'active'", "'inactive'"));
        all.put("refuses", consent("", "deny", ""));
        all.put("refused-for-a-time", consent("", "deny", period(-30, -20)));
        all.put(
                "refuses-but-chu",
                consent("", "deny", "'provision':[{'type':'permit'," + actor("Organization/matrix-chu") + "}],"));
        all.put(
                "agrees-but-doc",
                consent("", "permit", "'provision':[{'type':'deny'," + actor("Practitioner/matrix-doc") + "}],"));
        all.put("refuses-doc", consent("", "deny", actor("Practitioner/matrix-doc")));
        all.put("hides-observations", consent("", "deny", "'class':[{'code':'Observation'}],"));
        all.put(
                "hides-restricted",
                consent(
                        "",
                        "deny",
                        "'securityLabel':[{'system':'http://terminology.hl7.org/CodeSystem/v3-Confidentiality','code':'R'}],"));
        all.put(
                "hides-a-document",
                consent(
                        "",
                        "deny",
                        "'data':[{'meaning':'instance','reference':{'reference':'DocumentReference/@-plain'}}],"));
        all.put("refuses-care", consent("", "deny", "'purpose':[{'code':'TREAT'}],"));
        all.put("refuses-emergencies", consent("", "deny", "'purpose':[{'code':'ETREAT'}],"));
        all.put("refuses-guardian", consent("", "deny", actor("RelatedPerson/@-guardian")));
        return all;
    }

    /** All resources of the patient of this relation and will, in an order in which each refers to earlier ones. */
    List<ObjectNode> patient(String relation, String will) {
        String id = "m-" + relation + "-" + will;
        var texts = new ArrayList<String>();
        texts.add("{'resourceType':'Patient','id':'@'" + practitioner(relation) + "}");
        texts.add(relatedPerson("guardian", relation.equals("guardian") ? "GUARD" : "NBOR"));
        texts.add(relatedPerson("carer", "CHILD"));
        texts.add(
                "{'resourceType':'Observation','id':'@-plain','status':'final','code':{'text':'x'}," + subject() + "}");
        texts.add(
                "{'resourceType':'Observation','id':'@-restricted','status':'final','code':{'text':'x'}," + subject()
                        + ",'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-Confidentiality','code':'R'}]}}");
        texts.add("{'resourceType':'AllergyIntolerance','id':'@-allergy','patient':{'reference':'Patient/@'}}");
        texts.add(
                "{'resourceType':'Appointment','id':'@-appointment','status':'booked','participant':[{'actor':{'reference':'Patient/@'},'status':'accepted'}]}");
        texts.add(document("plain", "", relation));
        texts.add(document("masked", "MASQUE_PS", relation));
        texts.add(document("untold", "INVISIBLE_PATIENT", relation));
        texts.add(document("secret", "INVISIBLE_REPRESENTANTS_LEGAUX", relation));
        texts.add(
                "{'resourceType':'Binary','id':'@-bytes','contentType':'text/plain','securityContext':{'reference':'Patient/@'}}");
        texts.add(request(relation));
        texts.add(relations().get(relation));
        if (relation.equals("carer")) {
            texts.add(consent(
                    "delegation", "permit", actor("RelatedPerson/@-carer") + "'class':[{'code':'Appointment'}],"));
        }
        texts.add(wills().get(will));
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .map(text -> tree(text.replace("@", id)))
                .toList();
    }

    private static String practitioner(String relation) {
        return switch (relation) {
            case "treating" -> ",'generalPractitioner':[{'reference':'Practitioner/matrix-doc'}]";
            case "treating-structure" -> ",'generalPractitioner':[{'reference':'Organization/matrix-chu'}]";
            default -> "";
        };
    }

    private static String relatedPerson(String name, String relationship) {
        return ("{'resourceType':'RelatedPerson','id':'@-%s','patient':{'reference':'Patient/@'},"
                        + "'relationship':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode','code':'%s'}]}]}")
                .formatted(name, relationship);
    }

    private static String document(String name, String label, String relation) {
        String author = relation.equals("author") ? ",'author':[{'reference':'Practitioner/matrix-doc'}]" : "";
        String security = label.isEmpty()
                ? ""
                : ",'securityLabel':[{'coding':[{'system':'urn:oid:1.2.250.1.213.1.1.4.13','code':'" + label + "'}]}]";
        return "{'resourceType':'DocumentReference','id':'@-" + name + "','status':'current'," + subject()
                + ",'content':[{'attachment':{'title':'x'}}]" + author + security + "}";
    }

    private static String request(String relation) {
        String performer = relation.equals("addressee")
                ? ",'performer':[{'reference':'PractitionerRole/matrix-role'}],'supportingInfo':[{'reference':'DocumentReference/@-plain'}]"
                : "";
        return "{'resourceType':'ServiceRequest','id':'@-request','status':'active','intent':'order'," + subject()
                + performer + "}";
    }

    private String circle(String member, String period) {
        return "{'resourceType':'CareTeam','id':'@-team','status':'active'," + subject() + ",'participant':[{" + period
                + "'member':{'reference':'" + member + "'}}]}";
    }

    private String encounter(String status, String period) {
        return "{'resourceType':'Encounter','id':'@-stay','status':'" + status
                + "','class':{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'IMP'}," + period
                + "'serviceProvider':{'reference':'Organization/matrix-chu'}," + subject() + "}";
    }

    private String emergency(String period) {
        return "{'resourceType':'Task','id':'@-glass','status':'in-progress','intent':'order','code':{'coding':[{"
                + "'system':'urn:parvis:access','code':'emergency-access'}]},'for':{'reference':'Patient/@'},"
                + period.replace("'period'", "'executionPeriod'")
                + "'requester':{'reference':'Practitioner/matrix-doc'}}";
    }

    private String consent(String category, String type, String provision) {
        String code = category.isEmpty() ? "sharing" : category;
        return "{'resourceType':'Consent','id':'@-" + code + "','status':'active','scope':{'text':'x'},"
                + "'category':[{'coding':[{'system':'urn:parvis:access','code':'" + code + "'}]}],"
                + "'patient':{'reference':'Patient/@'},'policyRule':{'text':'x'},"
                + "'provision':{" + provision + "'type':'" + type + "'}}";
    }

    private static String actor(String reference) {
        return "'actor':[{'role':{'text':'x'},'reference':{'reference':'" + reference + "'}}],";
    }

    private static String subject() {
        return "'subject':{'reference':'Patient/@'}";
    }

    private String period(int fromDays, int toDays) {
        return "'period':{'start':'%s','end':'%s'},".formatted(day(fromDays), day(toDays));
    }

    private String day(int days) {
        return now.plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static ObjectNode tree(String text) {
        try {
            var tree = (ObjectNode) JSON.readTree(text);
            ObjectNode meta = tree.has("meta") ? (ObjectNode) tree.get("meta") : tree.putObject("meta");
            meta.putArray("tag").addObject().put("system", "urn:parvis:test").put("code", "matrix");
            return tree;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
