package org.parvis.portal;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A digital health service of the region, whoever runs it.
 *
 * @param id its name in addresses
 * @param text what it is for, in one sentence
 * @param owner who answers for it
 * @param access what one needs to use it: "carte de professionnel de santé"
 * @param address where it is: a path of this space, or a site
 * @param tile where its own tile is, which pages here can show in a frame
 */
public record Service(
        String id,
        String name,
        String text,
        String owner,
        Set<Audience> audience,
        Origin origin,
        Status status,
        String access,
        String address,
        @Nullable String tile) {

    public Service {
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("The service '%s' needs a name of small letters".formatted(id));
        }
        if (!address.startsWith("/") && !address.startsWith("https://")) {
            throw new IllegalArgumentException("The service '%s' is at no address: %s".formatted(id, address));
        }
        audience = Set.copyOf(audience);
    }

    /** For whom a service is. */
    public enum Audience {
        PROFESSIONALS,
        CITIZENS
    }

    /** Who offers a service: the country, the region, or one place in it. */
    public enum Origin {
        REGIONAL,
        NATIONAL,
        LOCAL
    }

    /** How binding a service is. */
    public enum Status {
        MANDATORY,
        PRESCRIPTIVE,
        OPTIONAL
    }

    /** Whether it is a part of this space. */
    public boolean isHere() {
        return address.startsWith("/");
    }

    /** The site of its tile, as a content policy names it. */
    Optional<String> tileOrigin() {
        return Optional.ofNullable(tile).map(URI::create).map(site -> site.getScheme() + "://" + site.getAuthority());
    }
}
