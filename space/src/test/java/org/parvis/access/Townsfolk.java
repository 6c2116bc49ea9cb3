package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;

/** The people of journeys: patients, those who treat them and those who stand by them, each with an account. */
public final class Townsfolk {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    private static final Pattern LINK = Pattern.compile("http://\\S+/invitation/\\S+");
    private static final String GUARDIAN = """
            {'resourceType':'RelatedPerson','id':'%s','patient':{'reference':'Patient/%s'},'relationship':[{'coding':[{
             'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode','code':'GUARD'}]}],
             'name':[{'given':['Hugo'],'family':'Tuteur'}]%s}""";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Townsfolk() {}

    /** A logical id that nobody has yet. */
    public static String id() {
        return "t-" + NUMBER.incrementAndGet();
    }

    /** Keeps a resource, in single quotes. */
    public static void store(String resource) {
        try {
            GuardedServer.part(FhirEndpoint.class).as(Caller.system()).update((ObjectNode) JSON.readTree(resource));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(resource, wrong);
        }
    }

    public static Member patient(String id, String family) {
        store(
                "{'resourceType':'Patient','id':'%s','name':[{'family':'%s','given':['Louise']}],'birthDate':'1961-03-12'}"
                        .formatted(id, family));
        return Member.of(Audience.CITIZEN, Optional.of("Patient/" + id));
    }

    /** Somebody of this family at the hospital. */
    public static Member professional(String id, String family) {
        store("{'resourceType':'Organization','id':'j-chu','name':'CHU de Nantes'}");
        store("{'resourceType':'Practitioner','id':'%s','name':[{'prefix':['Dr'],'given':['Karim'],'family':'Benali'}]}"
                .formatted(id));
        store(("{'resourceType':'PractitionerRole','id':'%1$s-role','practitioner':{'reference':'Practitioner/%1$s'},"
                        + "'organization':{'reference':'Organization/j-chu'},'code':[{'coding':[{"
                        + "'system':'urn:parvis:role-family','code':'%2$s','display':'Médecin'}]}]}")
                .formatted(id, family));
        return Member.of(Audience.PROFESSIONAL, Optional.of("Practitioner/" + id));
    }

    /** Has somebody represent this patient until this day. */
    public static void guardianUntil(String id, String patient, LocalDate last) {
        store(GUARDIAN.formatted(id, patient, ",'period':{'end':'%s'}".formatted(last)));
    }

    /** Whoever represents this patient in law. */
    public static Member guardian(String id, String patient) {
        store(GUARDIAN.formatted(id, patient, ""));
        return Member.of(Audience.CITIZEN, Optional.of("RelatedPerson/" + id));
    }

    /** Brings somebody into the circle of care of this patient. */
    public static void circle(String patient, String member) {
        store(("{'resourceType':'CareTeam','id':'%1$s-team','status':'active','subject':{'reference':'Patient/%1$s'},"
                        + "'participant':[{'member':{'reference':'%2$s'}}]}")
                .formatted(patient, member));
    }

    /** What somebody does who was invited by a letter, and has an account in which they are. */
    public static HttpResponse<String> joins(PlainBrowser browser, String mail) {
        var path = link(mail);
        return browser.submit(path, path + "/compte", Map.of());
    }

    private static String link(String mail) {
        var link = LINK.matcher(GuardedServer.letterTo(mail));
        assertThat(link.find()).isTrue();
        return link.group().substring(GuardedServer.at("").toString().length());
    }

    /** What somebody does who was invited by a letter: opens the account, sets up codes, accepts the charter. */
    public static PlainBrowser accept(String mail, String name) {
        var browser = new PlainBrowser();
        browser.fill(link(mail), Map.of("nom", name, "identifiant", mail, "mot-de-passe", GuardedServer.PASSWORD));
        var key = Pattern.compile("class=\"key\">([^<]+)<")
                .matcher(browser.get("/connexion/application").body());
        assertThat(key.find()).isTrue();
        browser.fill(
                "/connexion/application",
                Map.of("code", Application.of(key.group(1)).code(Instant.now())));
        var charter = GuardedServer.part(Charter.class);
        browser.fill("/charte", Map.of("version", String.valueOf(charter.version())));
        return browser;
    }

    /** Comes in by the login page that stands open. */
    public static void enter(Page page, Member member) {
        page.getByLabel("Identifiant").fill(member.login());
        page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
        page.keyboard().press("Enter");
        page.getByLabel("Code à six chiffres").fill(member.code());
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/connexion"));
        Locator workplace = page.getByText("CHU de Nantes");
        if (page.url().contains("/contexte")) {
            workplace.first().click();
        }
    }
}
