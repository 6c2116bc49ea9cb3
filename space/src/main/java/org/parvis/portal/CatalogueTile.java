package org.parvis.portal;

import java.util.Optional;
import java.util.OptionalLong;
import org.parvis.access.Visitor;
import org.parvis.web.Pages;
import org.springframework.stereotype.Component;

/** The catalogue of services. */
@Component
class CatalogueTile implements ServiceTile {

    private final Pages pages;
    private final Catalogue catalogue;

    CatalogueTile(Pages pages, Catalogue catalogue) {
        this.pages = pages;
        this.catalogue = catalogue;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Tile> of(Visitor visitor) {
        int count = catalogue.services(visitor).size();
        return Optional.of(new Tile(
                "/services",
                pages.say("portal.services"),
                pages.say("portal.tile.services.what"),
                OptionalLong.of(count),
                pages.say("portal.tile.services.counted", count),
                false));
    }
}
