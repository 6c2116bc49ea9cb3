package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes programs of this machine for its operator, when a setting says so: for benches and training.
 * The loopback address alone is not enough: a browser reaches it for any page it shows, a proxy for anybody.
 */
@Component
@Order(TrustedLoopback.LAST)
@ConditionalOnBooleanProperty("parvis.access.trusted-loopback")
final class TrustedLoopback implements Recognition {

    static final int LAST = 1_000;

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                        && NAMES.contains(request.getServerName())
                        && comesFromNoOtherSite(request)
                        && request.getHeader("Forwarded") == null
                        && request.getHeader("X-Forwarded-For") == null
                ? Optional.of(Visitor.machine())
                : Optional.empty();
    }

    private static boolean comesFromNoOtherSite(HttpServletRequest request) {
        var site = request.getHeader("Origin");
        return site == null || site.equals("http://" + request.getHeader("Host"));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException neverForAnAddress) {
            return false;
        }
    }
}
