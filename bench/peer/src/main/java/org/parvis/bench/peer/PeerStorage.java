package org.parvis.bench.peer;

import static ca.uhn.fhir.jpa.model.entity.NormalizedQuantitySearchLevel.NORMALIZED_QUANTITY_SEARCH_SUPPORTED;
import static ca.uhn.fhir.jpa.model.entity.StorageSettings.IndexEnabledEnum.ENABLED;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;

/** What the peer stores and indexes: its defaults under load, all that it can search by as an oracle. */
final class PeerStorage {

    private PeerStorage() {}

    static JpaStorageSettings settings(PeerSettings.Role role) {
        var settings = new JpaStorageSettings();
        settings.setAllowExternalReferences(true);
        settings.setHibernateSearchIndexSearchParams(false);
        settings.setHibernateSearchIndexFullText(false);
        // A repeated query must be answered, not remembered.
        settings.setReuseCachedSearchResultsForMillis(null);
        return switch (role) {
            case LOAD -> settings;
            case ORACLE -> indexingEverything(settings);
        };
    }

    private static JpaStorageSettings indexingEverything(JpaStorageSettings settings) {
        settings.setIndexMissingFields(ENABLED);
        settings.setIndexIdentifierOfType(true);
        // Some published examples refer to a type that the element does not name.
        settings.setEnforceReferenceTargetTypes(false);
        settings.setAllowContainsSearches(true);
        settings.setNormalizedQuantitySearchLevel(NORMALIZED_QUANTITY_SEARCH_SUPPORTED);
        settings.setMaximumIncludesToLoadPerPage(10_000);
        return settings;
    }
}
