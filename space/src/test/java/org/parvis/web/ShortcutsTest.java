package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ShortcutsTest {

    @Nested
    class TheLetters {
        @Test
        void areTheFirstThatNoPlaceBeforeHasTaken() {
            assertThat(letters("Accueil", "Éléments", "Abonnements", "a")).containsExactly("a", "e", "b");
        }

        private static List<String> letters(String... names) {
            var menu = Stream.of(names)
                    .map(name -> new MenuEntry(0, "/" + name, name))
                    .toList();
            return List.copyOf(Shortcuts.of(menu, MenuEntry::words).values());
        }
    }
}
