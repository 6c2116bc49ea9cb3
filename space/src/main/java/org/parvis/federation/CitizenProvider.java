package org.parvis.federation;

import java.util.List;
import java.util.Optional;
import org.parvis.access.ProvenIdentity;
import org.parvis.access.Road;
import org.parvis.access.Visitor;

/** Takes citizens from a provider of the FranceConnect kind; whether they have a record here is not its affair. */
record CitizenProvider(Provider provider) implements Voucher {

    static final String KEY = "citoyen";

    private static final List<String> SCOPES = List.of("openid", "identite_pivot", "preferred_username");

    /** A password alone opens no health record: substantial first, high if they have it. */
    private static final List<String> LEVELS = List.of("eidas2", "eidas3");

    static CitizenProvider of(ProviderSettings settings) {
        return new CitizenProvider(new Provider(KEY, Road.CITIZEN_PROVIDER, settings.usually(SCOPES, LEVELS)));
    }

    @Override
    public Verdict identify(Arrival.Vouched vouched) {
        return PivotIdentity.read(vouched.claims())
                .<Verdict>map(person -> new Verdict.Known(identity(person)))
                .orElseGet(() -> new Verdict.Unknown(NotProven.UNNAMED));
    }

    private ProvenIdentity identity(PivotIdentity person) {
        return new ProvenIdentity(
                Road.CITIZEN_PROVIDER,
                provider.settings().issuer(),
                person.subject(),
                person.name(),
                Visitor.Audience.CITIZEN,
                Optional.empty(),
                person.traits(),
                true,
                List.of());
    }
}
