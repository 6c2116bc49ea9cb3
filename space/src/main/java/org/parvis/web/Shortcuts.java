package org.parvis.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parvis.fhir.index.Folding;

/** The letters that lead to the places of the menu: the first of its name that no place before it has taken. */
final class Shortcuts {

    private Shortcuts() {}

    /** Each place with its letter, in their order; one whose letters are all taken has none. */
    static Map<MenuEntry, String> of(List<MenuEntry> menu, Function<MenuEntry, String> name) {
        var letters = new LinkedHashMap<MenuEntry, String>();
        for (var entry : menu) {
            var letter = letter(Folding.fold(name.apply(entry)), letters.values());
            if (!letter.isEmpty()) {
                letters.put(entry, letter);
            }
        }
        return letters;
    }

    private static String letter(String name, Collection<String> taken) {
        return name.chars()
                .filter(letter -> letter >= 'a' && letter <= 'z')
                .mapToObj(Character::toString)
                .filter(letter -> !taken.contains(letter))
                .findFirst()
                .orElse("");
    }
}
