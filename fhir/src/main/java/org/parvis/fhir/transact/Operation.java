package org.parvis.fhir.transact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.parvis.fhir.search.Query;

/** One change that a caller asks for. */
public sealed interface Operation {

    /** Where the request names it, `Bundle.entry[3]`, or the resource's type when it stands alone. */
    String place();

    /** The type of the resource that it changes. */
    default String type() {
        return switch (this) {
            case Create create -> create.type();
            case Update update -> update.aim().type();
            case Patch patch -> patch.aim().type();
            case Delete delete -> delete.aim().type();
        };
    }

    /**
     * A new resource.
     *
     * @param ifNoneExist create only when nothing matches this
     */
    record Create(String place, Optional<String> fullUrl, String type, ObjectNode resource, Optional<Query> ifNoneExist)
            implements Operation {}

    /**
     * The resource as it shall be from now on.
     *
     * @param ifMatch the version that must be current
     */
    record Update(String place, Optional<String> fullUrl, Aim aim, ObjectNode resource, OptionalInt ifMatch)
            implements Operation {}

    /**
     * A change of the resource as it is.
     *
     * @param change makes the new resource of the current one, or refuses
     */
    record Patch(String place, Aim aim, UnaryOperator<ObjectNode> change, OptionalInt ifMatch) implements Operation {}

    record Delete(String place, Aim aim, OptionalInt ifMatch) implements Operation {}

    /** The resource that a change aims at. */
    sealed interface Aim {

        String type();

        /** The resource at this address. */
        record Id(String type, String id) implements Aim {}

        /** The only resource that matches. */
        record Match(Query query) implements Aim {

            @Override
            public String type() {
                return query.type();
            }
        }
    }
}
