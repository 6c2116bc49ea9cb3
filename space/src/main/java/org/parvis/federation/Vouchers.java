package org.parvis.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.access.OutsideRoad;
import org.parvis.access.OutsideRoads;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;

/** All who vouch for people here: those of the settings, and the establishments that were declared. */
final class Vouchers implements OutsideRoads {

    private final Optional<ProSanteConnect> proSanteConnect;
    private final PostgresDirectories directories;
    private final FhirEndpoint store;

    Vouchers(Optional<ProSanteConnect> proSanteConnect, PostgresDirectories directories, FhirEndpoint store) {
        this.proSanteConnect = proSanteConnect;
        this.directories = directories;
        this.store = store;
    }

    Optional<Voucher> find(String key) {
        if (key.equals(ProSanteConnect.KEY)) {
            return proSanteConnect.map(psc -> psc);
        }
        return directories
                .find(key)
                .map(directory ->
                        new EstablishmentDirectory(directory, new ToldStaff(store.as(Caller.system()), directory)));
    }

    @Override
    public List<OutsideRoad> open() {
        List<OutsideRoad> open = new ArrayList<>();
        proSanteConnect.ifPresent(_ ->
                open.add(new OutsideRoad("/connexion/par/" + ProSanteConnect.KEY, "federation.pro-sante-connect")));
        if (!directories.all().isEmpty()) {
            open.add(new OutsideRoad("/connexion/etablissement", "federation.establishment"));
        }
        return open;
    }
}
