package org.parvis.bench.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * People with names spread as in France: a few names that very many bear, and very many names that few bear. The same seed
 * makes the same people, one by one, so that none has to be kept.
 */
public record People(long seed) {
    private static final List<String> FAMILIES = List.of(
            "Martin",
            "Bernard",
            "Thomas",
            "Petit",
            "Robert",
            "Richard",
            "Durand",
            "Dubois",
            "Moreau",
            "Laurent",
            "Simon",
            "Michel",
            "Lefebvre",
            "Leroy",
            "Roux",
            "David",
            "Bertrand",
            "Morel",
            "Fournier",
            "Girard",
            "Bonnet",
            "Dupont",
            "Lambert",
            "Fontaine",
            "Rousseau",
            "Vincent",
            "Müller",
            "Lefèvre",
            "Faure",
            "André",
            "Mercier",
            "Blanc",
            "Guérin",
            "Boyer",
            "Garnier",
            "Chevalier",
            "François",
            "Legrand",
            "Gauthier",
            "Garcia",
            "Perrin",
            "Le Goff");
    private static final List<String> GIVEN = List.of(
            "Marie",
            "Jean",
            "Pierre",
            "Michel",
            "André",
            "Philippe",
            "Nathalie",
            "Isabelle",
            "Sylvie",
            "Catherine",
            "Françoise",
            "Jacques",
            "Alain",
            "Bernard",
            "Monique",
            "Patrick",
            "Daniel",
            "Christophe",
            "Nicolas",
            "Julien",
            "Camille",
            "Léa",
            "Manon",
            "Chloé",
            "Emma",
            "Hugo",
            "Lucas",
            "Théo",
            "Enzo",
            "Louis",
            "Jean-Pierre",
            "Anne-Marie",
            "Zoé",
            "Noé",
            "Éloïse",
            "Loïc",
            "Gaël",
            "Maëlle",
            "Yann",
            "Océane");
    private static final List<String> SYLLABLES = List.of(
            "ba", "bel", "ber", "bo", "bri", "ca", "char", "che", "col", "cor", "da", "del", "des", "do", "du", "fa",
            "fer", "fon", "ga", "gau", "ger", "gi", "gui", "ja", "jo", "la", "lan", "le", "lo", "ma", "mar", "mi",
            "mon", "na", "no", "pa", "per", "pi", "quen", "ra", "re", "ri", "ro", "sa", "sau", "ser", "ta", "ter", "ti",
            "va", "ver", "vi");
    private static final List<String> ENDS = List.of(
            "ard", "aud", "eau", "elle", "ert", "et", "ier", "in", "lin", "mont", "nier", "oux", "rand", "teau",
            "ville");

    /** One in so many bears one of the names that many bear. */
    private static final int COMMON = 4;

    private static final int DAYS = 365 * 95;
    private static final LocalDate OLDEST = LocalDate.of(1930, 1, 1);

    public Person patient(int at) {
        return person("Patient", at);
    }

    public Person professional(int at) {
        return person("Practitioner", at);
    }

    private Person person(String type, int at) {
        // Neighbouring seeds draw alike; a large odd factor sets them apart.
        var random = new Random((seed * 31 + type.hashCode()) * 0x9E3779B97F4A7C15L + at * 0xBF58476D1CE4E5B9L);
        return new Person(
                type,
                at,
                family(random),
                common(GIVEN, random),
                common(GIVEN, random),
                OLDEST.plusDays(random.nextInt(DAYS)),
                "%s%09d".formatted(type.equals("Patient") ? "9" : "8", at));
    }

    private static String family(Random random) {
        if (random.nextInt(COMMON) == 0) {
            return common(FAMILIES, random);
        }
        var name = new StringBuilder();
        for (int syllables = 1 + random.nextInt(2); syllables >= 0; syllables--) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        name.append(ENDS.get(random.nextInt(ENDS.size())));
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The first is drawn most often. */
    private static String common(List<String> names, Random random) {
        var draw = random.nextDouble();
        return names.get((int) (names.size() * draw * draw));
    }
}
