package org.parvis.federation;

import java.util.List;
import java.util.Optional;
import org.parvis.access.ProvenIdentity;
import org.parvis.access.Road;
import org.parvis.access.Visitor;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;

/** Takes professionals from Pro Santé Connect: who they are for this server, and for its directory. */
final class ProSanteConnect implements Voucher {

    static final String KEY = "psc";

    private static final List<String> SCOPES = List.of("openid", "scope_all");
    private static final List<String> LEVELS = List.of("eidas1", "eidas2", "eidas3");

    private final Provider provider;
    private final ToldProfessionals professionals;

    ProSanteConnect(ProviderSettings settings, FhirEndpoint store) {
        provider = new Provider(KEY, Road.PRO_SANTE_CONNECT, settings.usually(SCOPES, LEVELS));
        professionals = new ToldProfessionals(store.as(Caller.system()), settings.issuer());
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public Verdict identify(Arrival.Vouched vouched) {
        return ProSanteClaims.read(vouched.claims())
                .<Verdict>map(professional -> {
                    professionals.keep(professional);
                    return new Verdict.Known(identity(professional));
                })
                .orElseGet(() -> new Verdict.Unknown(NotProven.UNNAMED));
    }

    private ProvenIdentity identity(Professional professional) {
        var number = professional
                .rpps()
                .map(rpps -> new NationalNumber(NationalNumber.RPPS, rpps.value()))
                .orElseGet(() -> new NationalNumber(NationalNumber.PROFESSIONAL, professional.nationalNumber()));
        return new ProvenIdentity(
                Road.PRO_SANTE_CONNECT,
                provider.settings().issuer(),
                professional.subject(),
                professional.name(),
                Visitor.Audience.PROFESSIONAL,
                Optional.of(number.token()),
                Optional.empty(),
                // A card with its code, or a telephone with one: the levels asked for admit nothing less.
                true,
                professional.structures().stream().map(NationalNumber::token).toList());
    }
}
