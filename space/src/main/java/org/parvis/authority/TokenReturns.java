package org.parvis.authority;

import static java.util.Objects.requireNonNull;

import org.parvis.access.Secret;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;

/** Takes back what software gives back (RFC 7009): an access token alone, or by its refresh token all of a family. */
final class TokenReturns implements AuthenticationProvider {

    private final PostgresTokens tokens;
    private final PostgresApprovals approvals;

    TokenReturns(PostgresTokens tokens, PostgresApprovals approvals) {
        this.tokens = tokens;
        this.approvals = approvals;
    }

    @Override
    public boolean supports(Class<?> asked) {
        return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(asked);
    }

    /** Answers the same whether or not there was such a token: whose it is, nobody else learns. */
    @Override
    public Authentication authenticate(Authentication asked) {
        var wish = (OAuth2TokenRevocationAuthenticationToken) asked;
        var proved = (OAuth2ClientAuthenticationToken) requireNonNull(asked.getPrincipal());
        var secret = new Secret(wish.getToken());
        tokens.find(secret)
                .filter(token -> token.software().equals(proved.getName()))
                .ifPresent(token -> {
                    if (token.kind() == Token.Kind.REFRESH) {
                        token.delegation().ifPresent(approvals::end);
                    }
                    tokens.remove(secret);
                });
        return wish;
    }
}
