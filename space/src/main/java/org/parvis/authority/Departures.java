package org.parvis.authority;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where an application wants people to be once they have left (OpenID Connect RP-Initiated Logout 1.0). */
public final class Departures {

    private final PostgresSoftware software;
    private final IdTokens identities;

    Departures(PostgresSoftware software, IdTokens identities) {
        this.software = software;
        this.identities = identities;
    }

    /** An application from which somebody leaves, and where they are sent then. */
    public record Departure(Software application, Optional<String> address) {}

    /**
     * Reads the parameters of an address.
     *
     * @return empty when no application is named that is known, or it asks for an address that is not its own
     */
    public Optional<Departure> read(Map<String, String> told) {
        var hint = Optional.ofNullable(told.get("id_token_hint"));
        var named = Optional.ofNullable(told.get("client_id"));
        var proved = hint.flatMap(identities::software);
        if (hint.isPresent()
                && (proved.isEmpty()
                        || named.filter(id -> !proved.get().equals(id)).isPresent())) {
            return Optional.empty();
        }
        return proved.or(() -> named)
                .flatMap(software::find)
                .filter(application -> isItsOwn(application, told.get("post_logout_redirect_uri")))
                .map(application -> new Departure(application, address(told)));
    }

    private static boolean isItsOwn(Software application, @Nullable String address) {
        return address == null || application.redirects().contains(address);
    }

    private static Optional<String> address(Map<String, String> told) {
        var parameters = new HashMap<String, String>();
        Optional.ofNullable(told.get("state")).ifPresent(state -> parameters.put("state", state));
        return Optional.ofNullable(told.get("post_logout_redirect_uri"))
                .map(base -> ApprovalRequest.address(base, parameters));
    }
}
