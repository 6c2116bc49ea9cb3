package org.parvis.federation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.access.Road;

/**
 * An establishment's own identity provider, which vouches for its staff.
 *
 * @param key by which it is named in addresses
 * @param structure logical id of the establishment's Organization
 * @param name of the establishment, as it is shown
 * @param groupsClaim the claim that lists somebody's groups
 * @param families what members of a group are here: group name to role family
 */
public record Directory(
        String key,
        String structure,
        String name,
        String issuer,
        String clientId,
        String clientSecret,
        String groupsClaim,
        Map<String, String> families) {

    /** The role families that an establishment may give. */
    public static final List<String> FAMILIES =
            List.of("doctor", "nurse", "pharmacist", "biologist", "secretary", "social-worker", "regulator");

    private static final List<String> SCOPES = List.of("openid", "profile", "groups");

    public Directory {
        families = Map.copyOf(families);
    }

    Provider provider() {
        // How surely their staff prove who they are is the establishment's own affair: no level is asked for.
        var settings = new ProviderSettings(issuer, null, clientId, clientSecret, null, SCOPES, List.of());
        return new Provider(key, Road.DIRECTORY, settings);
    }

    /** What somebody is who belongs to these groups. */
    Set<String> familiesOf(List<String> groups) {
        return groups.stream().filter(families::containsKey).map(families::get).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "Directory[%s, %s]".formatted(key, issuer);
    }
}
