package org.parvis.call;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which software may open records here, and how.
 *
 * @param audience what a call must say it is meant for: the name of this space, which no other space uses
 * @param longest how long a call may live from its making to its end
 * @param skew how far the clock of a software may be from ours
 */
@ConfigurationProperties("parvis.calls")
record CallSettings(
        @DefaultValue List<Registration> software,
        @DefaultValue("parvis") String audience,
        @DefaultValue("2m") Duration longest,
        @DefaultValue("30s") Duration skew) {

    /**
     * One software.
     *
     * @param id what its calls name as their issuer
     * @param name as it is shown: "Dossier de l’hôpital de la Baie"
     * @param key a file with its public key, as a JSON Web Key
     * @param returns sites to which its calls may lead back, such as {@code https://dossier.exemple.fr}
     */
    record Registration(
            String id, String name, Path key, @DefaultValue List<String> returns) {}
}
