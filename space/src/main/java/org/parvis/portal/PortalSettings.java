package org.parvis.portal;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a region adds to its portal.
 *
 * @param services a file like {@code catalogue/services.yaml}, whose services are added to those that Parvis knows
 * @param embedders sites whose pages may show a tile of this space, such as {@code https://portail.exemple.fr}
 * @param embedded sites whose tiles may be shown on a page of this space
 */
@ConfigurationProperties("parvis.portal")
record PortalSettings(
        @Nullable Path services,
        @DefaultValue List<String> embedders,
        @DefaultValue List<String> embedded) {}
