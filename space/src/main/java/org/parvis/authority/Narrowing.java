package org.parvis.authority;

import java.util.Set;
import org.parvis.fhir.access.Opening;
import org.parvis.fhir.access.Rights;
import org.parvis.fhir.access.Writing;

/** Rights as far as scopes go: a token opens nothing that whoever it stands for may not see. */
final class Narrowing {

    private Narrowing() {}

    static Rights of(Rights rights, Set<SmartScope> scopes) {
        return new Rights(
                rights.holders(),
                rights.structures(),
                SmartScope.readable(scopes, rights.open()),
                rights.openings().stream()
                        .map(opening -> narrowed(opening, scopes))
                        .filter(opening -> !opening.types().isEmpty())
                        .toList(),
                rights.writings().stream()
                        .map(writing -> narrowed(writing, scopes))
                        .filter(writing -> !writing.types().isEmpty())
                        .toList(),
                rights.purpose());
    }

    private static Opening narrowed(Opening opening, Set<SmartScope> scopes) {
        return new Opening(
                SmartScope.readable(scopes, opening.types()),
                opening.bases(),
                opening.daysAfterwards(),
                opening.hidden(),
                opening.binding());
    }

    private static Writing narrowed(Writing writing, Set<SmartScope> scopes) {
        return new Writing(
                SmartScope.writable(scopes, writing.types()),
                writing.bases(),
                writing.daysAfterwards(),
                writing.gives(),
                writing.declaring());
    }
}
