package org.parvis.access;

import java.util.List;
import java.util.Optional;

/**
 * Who somebody has just proved to be, by whatever road. {@link Sessions#open} makes a session of it.
 *
 * @param issuer who vouches for them: an identity provider's address, or {@link #PARVIS}
 * @param subject who they are for that issuer; for Parvis, the id of their account
 * @param name as it is to be shown
 * @param identifier the national one, `system|value`, by which the directory knows them
 * @param traits by which their record is found, where no number tells it
 * @param secondFactor whether they showed two proofs of different kinds
 * @param structures in which the issuer says they work: national identifiers (`system|value`); of a network, the logical id of
 *     its own
 */
public record ProvenIdentity(
        Road road,
        String issuer,
        String subject,
        String name,
        Visitor.Audience audience,
        Optional<String> identifier,
        Optional<Traits> traits,
        boolean secondFactor,
        List<String> structures) {

    /** The issuer of those who have an account of Parvis's own. */
    public static final String PARVIS = "parvis";

    public ProvenIdentity {
        structures = List.copyOf(structures);
    }

    /** The only structure in which they may act, when nothing but its network vouches for them. */
    Optional<String> bound() {
        return road == Road.NETWORK ? Optional.of(structures.getFirst()) : Optional.empty();
    }

    /** The holder of an account of Parvis, after both proofs. */
    static ProvenIdentity of(Account account, Road road) {
        return new ProvenIdentity(
                road,
                PARVIS,
                account.id().toString(),
                account.name(),
                account.audience(),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of());
    }
}
