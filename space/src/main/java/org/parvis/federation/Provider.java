package org.parvis.federation;

import org.parvis.access.Road;

/**
 * An identity provider on which this server relies.
 *
 * @param key by which it is named in addresses: {@code /connexion/par/psc}
 */
record Provider(String key, Road road, ProviderSettings settings) {}
