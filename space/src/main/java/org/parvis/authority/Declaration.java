package org.parvis.authority;

import java.util.Set;
import org.parvis.authority.Software.Use;

/**
 * What an operator types to make software known.
 *
 * @param finess number of the structure whose it is; blank for an application that serves everywhere
 * @param scopes separated by spaces
 * @param keys a JSON Web Key Set; blank for an application that can keep no secret
 * @param redirects addresses separated by white space
 * @param launch where it begins when it is opened from a record; may be blank
 */
public record Declaration(
        String name, String finess, Set<Use> uses, String scopes, String keys, String redirects, String launch) {

    public Declaration {
        uses = Set.copyOf(uses);
    }
}
