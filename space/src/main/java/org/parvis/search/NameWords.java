package org.parvis.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parvis.fhir.index.Folding;

/** The words by which a French name is looked for: no accent, no capital, and written in one or in several words. */
final class NameWords {

    /** Words that stand before a name and are often written with it: "Le Goff" and "Legoff". */
    private static final Set<String> PARTICLES =
            Set.of("al", "ben", "d", "da", "de", "del", "des", "di", "du", "el", "l", "la", "le", "les", "van", "von");

    private NameWords() {}

    /** The words of a name as it is written: "Jean-Pierre" is jean and pierre. */
    static List<String> written(String name) {
        var words = new ArrayList<String>();
        for (var word : Folding.fold(name).split("[^a-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The words of a name, and those that others would make of it: "Jean-Pierre Le Goff" is jeanpierre and legoff too. */
    static Set<String> of(String name) {
        var words = new LinkedHashSet<>(written(name));
        for (var part : Folding.fold(name).split(" ", -1)) {
            addJoined(written(part), words);
        }
        addWithParticles(written(name), words);
        return words;
    }

    private static void addJoined(List<String> parts, Set<String> words) {
        if (parts.size() > 1) {
            words.add(String.join("", parts));
        }
    }

    private static void addWithParticles(List<String> parts, Set<String> words) {
        for (int at = 0; at < parts.size() - 1; at++) {
            int end = at;
            while (end < parts.size() - 1 && PARTICLES.contains(parts.get(end))) {
                end++;
            }
            addJoined(parts.subList(at, end + 1), words);
        }
    }
}
