package org.parvis.federation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.parvis.access.OutsideTokens;
import org.parvis.access.ProvenIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClientException;

/** Asks Pro Santé Connect whose a token is that a professional's own software shows: what it tells nobody of is good for nothing. */
final class ShownTokens implements OutsideTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ShownTokens.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vouchers vouchers;
    private final Registrations registrations;
    private final UserInfo information;

    ShownTokens(Vouchers vouchers, Registrations registrations, UserInfo information) {
        this.vouchers = vouchers;
        this.registrations = registrations;
        this.information = information;
    }

    @Override
    public Optional<ProvenIdentity> whose(String token) {
        return vouchers.find(ProSanteConnect.KEY).flatMap(voucher -> whose(voucher, token));
    }

    private Optional<ProvenIdentity> whose(Voucher voucher, String token) {
        try {
            ObjectNode claims = JSON.valueToTree(information.claims(registrations.of(voucher.provider()), token));
            return voucher.identify(new Arrival.Vouched("", "", claims)) instanceof Verdict.Known(var identity)
                    ? Optional.of(identity)
                    : Optional.empty();
        } catch (Registrations.Unreachable
                | OAuth2AuthenticationException
                | JwtException
                | RestClientException unbelieved) {
            LOG.warn("A token that software showed is not believed: {}", unbelieved.toString());
            return Optional.empty();
        }
    }
}
