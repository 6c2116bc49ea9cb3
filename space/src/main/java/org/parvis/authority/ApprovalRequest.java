package org.parvis.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an application asks of somebody: to act in their name (OAuth 2.1, authorization code with PKCE).
 *
 * @param redirect where the answer goes
 * @param launch the value with which a record opened the application
 * @param state what the application wants to find again in the answer
 * @param prompts how the person is to be asked (OpenID Connect Core, 3.1.2.1)
 * @param longest how long ago the person may have come in
 * @param told all of it, as it was asked
 */
public record ApprovalRequest(
        Software software,
        Scopes scopes,
        String redirect,
        String challenge,
        Optional<String> launch,
        Optional<String> state,
        Optional<String> nonce,
        Set<String> prompts,
        Optional<Duration> longest,
        String issuer,
        Map<String, String> told) {

    public ApprovalRequest {
        prompts = Set.copyOf(prompts);
        told = Map.copyOf(told);
    }

    /** Whether nobody may be shown anything. */
    public boolean isSilent() {
        return prompts.contains("none");
    }

    /** Whether the person is to be asked even if they have approved the same before. */
    public boolean isToBeShown() {
        return prompts.contains("consent");
    }

    /** Whether somebody who came in then has to come in again. */
    public boolean isTooLateFor(Instant cameIn, Instant now) {
        return prompts.contains("login")
                || longest.filter(age -> cameIn.plus(age).isBefore(now)).isPresent();
    }

    /**
     * Whether the person need not be asked again. Any program of a machine can pretend to be an application of that machine: for
     * one of those, they always are.
     */
    public boolean canBeRemembered() {
        return software.signs() || redirect.startsWith("https://");
    }

    /** Whether the application would know who the person is. */
    public boolean isAboutThePerson() {
        return scopes.has(Scopes.OPENID) || scopes.has(Scopes.FHIR_USER);
    }

    /** Whether the application would go on when the person's session is over. */
    public boolean outlivesTheSession() {
        return scopes.has(Scopes.OFFLINE);
    }

    /** Where the application may send people afterwards: the site to which the page's form may lead. */
    public String site() {
        return WebAddress.origin(redirect);
    }

    /** The address of the page on which this is approved. */
    public String page() {
        return address("/autorisation", told);
    }

    /** The address at which the application learns this. */
    String answer(Map<String, String> answer) {
        var all = new TreeMap<>(answer);
        state.ifPresent(given -> all.put("state", given));
        all.put("iss", issuer);
        return address(redirect, all);
    }

    /** The address at which the application learns that it may not, and why. */
    public String refusal(String error, String why) {
        return answer(Map.of("error", error, "error_description", why));
    }

    static String address(String base, Map<String, String> parameters) {
        var address = UriComponentsBuilder.fromUriString(base);
        parameters.keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
