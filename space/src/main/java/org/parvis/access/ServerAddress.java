package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Under which address people reach this server, for the links in its letters. */
@Component
public class ServerAddress {

    private final Optional<String> told;
    private final Environment environment;

    ServerAddress(AccessSettings settings, Environment environment) {
        this.told = Optional.ofNullable(settings.address());
        this.environment = environment;
    }

    /** The address that the operator told; without it, the one by which whoever asks for the letter came. */
    public String of(HttpServletRequest request) {
        return told.orElseGet(() -> "%s://%s".formatted(request.getScheme(), request.getHeader("Host")));
    }

    /** The address that the operator told, if they did. */
    public Optional<String> ofOperator() {
        return told;
    }

    /** The address for letters that a stranger can ask for: never the one by which the stranger came. */
    public String told() {
        return told.orElseGet(() -> "http://localhost:" + environment.getProperty("local.server.port"));
    }
}
