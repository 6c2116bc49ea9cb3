package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/**
 * Whoever looks at a page: who they are, as what they came in, and the structure in which they act now.
 *
 * @param name as it is shown to them and to others
 * @param position empty for citizens, and for whoever has no structure
 * @param caller what the store is asked in their name
 * @param duty what they have to do before they are shown anything
 * @param bound whether nothing but their establishment's network vouches for them: they see what it treats, and open nothing
 *     to themselves or others
 * @param origin from where they look, for the trace
 */
public record Visitor(
        String name,
        Audience audience,
        Optional<Position> position,
        Caller caller,
        Optional<Duty> duty,
        boolean bound,
        Origin origin) {

    /** Somebody who proved by themselves who they are. */
    public Visitor(String name, Audience audience, Optional<Position> position, Caller caller, Optional<Duty> duty) {
        this(name, audience, position, caller, duty, false, Origin.here());
    }

    /** Somebody who has nothing to do first. */
    public Visitor(String name, Audience audience, Optional<Position> position, Caller caller) {
        this(name, audience, position, caller, Optional.empty());
    }

    /** The same, as this resource stands for them: a RelatedPerson of the patient for whom they act. */
    Visitor as(String person) {
        return as(new Caller(
                caller.name(), Optional.of(person), caller.organisation(), caller.purpose(), caller.permit()));
    }

    /** The same, in whose name the store is asked otherwise. */
    public Visitor as(Caller acting) {
        return new Visitor(name, audience, position, acting, duty, bound, origin);
    }

    /** The same, at this network address. */
    Visitor from(String address) {
        return new Visitor(
                name, audience, position, caller, duty, bound, new Origin(Optional.of(address), origin.session()));
    }

    /** The store as it is asked in their name, from where they are: the trace tells both. */
    public StoreClient at(FhirEndpoint store) {
        return store.as(caller).from(origin);
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
