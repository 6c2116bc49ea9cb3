package org.parvis.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A visitor as Spring Security carries one through a request. */
final class Recognised extends AbstractAuthenticationToken {

    /** Whoever has nothing to do first. */
    static final String FREE = "free";

    private final transient Visitor visitor;

    Recognised(Visitor visitor) {
        super(visitor.duty().isPresent() ? List.of() : List.of(new SimpleGrantedAuthority(FREE)));
        this.visitor = visitor;
        setAuthenticated(true);
    }

    @Override
    public Visitor getPrincipal() {
        return visitor;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recognised same && visitor.equals(same.visitor);
    }

    @Override
    public int hashCode() {
        return visitor.hashCode();
    }
}
