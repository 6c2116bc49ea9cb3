package org.parvis.authority;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parvis.authority.SmartScope.Context;
import org.parvis.authority.Software.Use;

/** Reads what applications ask of people, and refuses what is not as it must be before anybody is asked. */
public final class ApprovalRequests {

    private static final String S256 = "[A-Za-z0-9_-]{43}";

    private final PostgresSoftware software;

    ApprovalRequests(PostgresSoftware software) {
        this.software = software;
    }

    /** What comes of reading one. */
    public sealed interface Reading {
        record Understood(ApprovalRequest request) implements Reading {}

        /**
         * The application is told what it did wrong.
         *
         * @param address where the person is sent to tell it
         */
        record Refused(String address) implements Reading {}

        /** Nobody knows whom to tell: the person is shown it. */
        record Unanswerable(Misled why) implements Reading {}
    }

    /** Why a request cannot even be answered. */
    public enum Misled {
        REPEATED,
        SOFTWARE,
        REDIRECT
    }

    /**
     * Reads the parameters of an address.
     *
     * @param server the address of this server, for which the request must be meant
     */
    public Reading read(Map<String, List<String>> parameters, String server) {
        if (parameters.values().stream().anyMatch(values -> values.size() > 1)) {
            return new Reading.Unanswerable(Misled.REPEATED);
        }
        var told = parameters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().getFirst()));
        var asking = software.find(told.getOrDefault("client_id", "")).filter(known -> known.may(Use.APPLICATION));
        if (asking.isEmpty()) {
            return new Reading.Unanswerable(Misled.SOFTWARE);
        }
        // Letter by letter: an address that only resembles one may be somebody else's.
        if (!asking.get().redirects().contains(told.getOrDefault("redirect_uri", ""))) {
            return new Reading.Unanswerable(Misled.REDIRECT);
        }
        var request = request(asking.get(), told, server);
        return fault(request, server)
                .<Reading>map(fault -> new Reading.Refused(request.refusal(fault.error(), fault.why())))
                .orElseGet(() -> new Reading.Understood(request));
    }

    private static ApprovalRequest request(Software asking, Map<String, String> told, String server) {
        return new ApprovalRequest(
                asking,
                Scopes.read(told.getOrDefault("scope", "")),
                told.getOrDefault("redirect_uri", ""),
                told.getOrDefault("code_challenge", ""),
                Optional.ofNullable(told.get("launch")),
                Optional.ofNullable(told.get("state")),
                Optional.ofNullable(told.get("nonce")),
                Spaced.read(told.getOrDefault("prompt", "")),
                Optional.ofNullable(told.get("max_age"))
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(text -> Duration.ofSeconds(Integer.parseInt(text))),
                server,
                told);
    }

    private record Fault(String error, String why) {}

    private static Optional<Fault> fault(ApprovalRequest asked, String server) {
        if (!"code".equals(asked.told().get("response_type"))) {
            return wrong("unsupported_response_type", "response_type must be code");
        }
        if (!"S256".equals(asked.told().get("code_challenge_method"))
                || !asked.challenge().matches(S256)) {
            return wrong("invalid_request", "PKCE is required: code_challenge with code_challenge_method=S256");
        }
        if (!isForThisServer(asked, server)) {
            return wrong("invalid_request", "aud must be %s/fhir".formatted(server));
        }
        if (asked.isSilent() && asked.prompts().size() > 1) {
            return wrong("invalid_request", "prompt=none stands alone");
        }
        return wrongScopes(asked);
    }

    private static Optional<Fault> wrongScopes(ApprovalRequest asked) {
        var scopes = asked.scopes();
        if (scopes.isEmpty() || scopes.hasAny(Context.SYSTEM)) {
            return wrong("invalid_scope", "Ask for scopes, and for none of system/");
        }
        if (!asked.software().scopes().cover(scopes)) {
            return wrong("invalid_scope", "Not all of these scopes were declared for this application");
        }
        if (scopes.has(Scopes.LAUNCH) != asked.launch().isPresent()) {
            return wrong("invalid_request", "The scope launch and the parameter launch come together");
        }
        return Optional.empty();
    }

    /** SMART asks which store a token is for; who only wants to know who somebody is need not say. */
    private static boolean isForThisServer(ApprovalRequest asked, String server) {
        var audience = asked.told().get("aud");
        return audience == null
                ? asked.scopes().data().isEmpty()
                : audience.equals(server + "/fhir") || audience.equals(server + "/fhir/");
    }

    private static Optional<Fault> wrong(String error, String why) {
        return Optional.of(new Fault(error, why));
    }
}
