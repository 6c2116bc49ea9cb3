package org.parvis.federation;

import java.util.List;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;

/** All who vouch for people here: the country's, by the settings, and the establishments that were declared. */
final class Vouchers {

    private final List<Voucher> national;
    private final PostgresDirectories directories;
    private final FhirEndpoint store;

    Vouchers(List<Voucher> national, PostgresDirectories directories, FhirEndpoint store) {
        this.national = List.copyOf(national);
        this.directories = directories;
        this.store = store;
    }

    /** Those whom the settings name. */
    List<Provider> national() {
        return national.stream().map(Voucher::provider).toList();
    }

    /** Whether any establishment answers for its staff. */
    boolean includeEstablishments() {
        return !directories.all().isEmpty();
    }

    Optional<Voucher> find(String key) {
        return national.stream()
                .filter(voucher -> voucher.provider().key().equals(key))
                .findFirst()
                .or(() -> directories
                        .find(key)
                        .map(directory -> new EstablishmentDirectory(
                                directory,
                                new ToldStaff(store.as(Caller.system()), directory.issuer(), directory.structure()))));
    }
}
