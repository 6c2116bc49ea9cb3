package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SitesTest {

    private static final Point NANTES = new Point(47.2184, -1.5536);
    private static final Site BREST = site("Brest", new Point(48.3904, -4.4861));
    private static final Site ANGERS = site("Angers", new Point(47.4784, -0.5632));

    @Nested
    class TheSites {
        @Test
        void standWithTheNearestFirst() {
            assertThat(new Sites(List.of(BREST, ANGERS), Optional.of(new Sites.Origin("Nantes", NANTES))).all())
                    .containsExactly(ANGERS, BREST);
        }

        @Test
        void standByNameWithoutAPlaceToBeNearTo() {
            assertThat(new Sites(List.of(BREST, ANGERS), Optional.empty()).all())
                    .containsExactly(ANGERS, BREST);
            assertThat(new Sites(List.of(BREST), Optional.empty()).kilometresTo(BREST))
                    .isEmpty();
        }
    }

    @Nested
    class ADistance {
        @Test
        void isThatOfTheCrow() {
            assertThat(NANTES.kilometresTo(ANGERS.at())).isCloseTo(80, within(2.0));
            assertThat(NANTES.kilometresTo(BREST.at())).isCloseTo(254, within(3.0));
        }
    }

    private static Site site(String name, Point at) {
        return new Site(name, "", Optional.empty(), at);
    }
}
