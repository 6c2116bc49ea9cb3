package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.parvis.fhir.access.Caller;

/**
 * Whoever looks at a page: who they are, as what they came in, and the structure in which they act now.
 *
 * @param name as it is shown to them and to others
 * @param position empty for citizens, and for whoever has no structure
 * @param caller what the store is asked in their name
 * @param duty what they have to do before they are shown anything
 * @param bound whether nothing but their establishment's network vouches for them: they see what it treats, and open nothing
 *     to themselves or others
 */
public record Visitor(
        String name,
        Audience audience,
        Optional<Position> position,
        Caller caller,
        Optional<Duty> duty,
        boolean bound) {

    /** Somebody who proved by themselves who they are. */
    public Visitor(String name, Audience audience, Optional<Position> position, Caller caller, Optional<Duty> duty) {
        this(name, audience, position, caller, duty, false);
    }

    /** Somebody who has nothing to do first. */
    public Visitor(String name, Audience audience, Optional<Position> position, Caller caller) {
        this(name, audience, position, caller, Optional.empty());
    }

    /** The same, as this resource stands for them: a RelatedPerson of the patient for whom they act. */
    Visitor as(String person) {
        var acting = new Caller(
                caller.name(), Optional.of(person), caller.organisation(), caller.purpose(), caller.permit());
        return new Visitor(name, audience, position, acting, duty);
    }

    /** A program of this machine, which whoever runs Parvis started. */
    static Visitor machine() {
        return new Visitor("Cette machine", Audience.OPERATOR, Optional.empty(), Caller.system());
    }

    /** Who sends this request; empty where nobody is asked. */
    public static Optional<Visitor> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Recognised recognised
                ? Optional.of(recognised.getPrincipal())
                : Optional.empty();
    }

    /** For whom pages are made. */
    public enum Audience {
        PROFESSIONAL,
        CITIZEN,
        /** Whoever runs Parvis. */
        OPERATOR
    }
}
