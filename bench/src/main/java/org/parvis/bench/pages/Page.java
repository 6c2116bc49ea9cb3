package org.parvis.bench.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Random;

/** One of the pages that people see most. */
enum Page {
    PROFESSIONAL_HOME("home of a professional", 3, 0) {
        @Override
        String address(User user, Random random) {
            return "";
        }
    },
    PATIENT_HOME("home of a patient", 0, 4) {
        @Override
        String address(User user, Random random) {
            return "";
        }
    },
    RECORD("a patient's record", 4, 3) {
        @Override
        String address(User user, Random random) {
            return "dossier/" + user.anyPatient(random).id();
        }
    },
    SEARCH("one search", 2, 0) {
        @Override
        String address(User user, Random random) {
            return "recherche?q=" + URLEncoder.encode(user.anyPatient(random).family(), UTF_8);
        }
    },
    CATALOGUE("catalogue of services", 1, 2) {
        @Override
        String address(User user, Random random) {
            return "services";
        }
    };

    private final String told;
    private final int byProfessionals;
    private final int byPatients;

    /** @param byProfessionals how often they ask for it, among all pages */
    Page(String told, int byProfessionals, int byPatients) {
        this.told = told;
        this.byProfessionals = byProfessionals;
        this.byPatients = byPatients;
    }

    String told() {
        return told;
    }

    /** Where this user finds it, below the server's address. */
    abstract String address(User user, Random random);

    boolean isFor(User user) {
        return share(user) > 0;
    }

    /** The page that this user opens next. */
    static Page next(User user, Random random) {
        int drawn = random.nextInt(
                Arrays.stream(values()).mapToInt(page -> page.share(user)).sum());
        for (var page : values()) {
            drawn -= page.share(user);
            if (drawn < 0) {
                return page;
            }
        }
        throw new IllegalStateException("Nothing is drawn beyond the sum");
    }

    private int share(User user) {
        return user.isProfessional() ? byProfessionals : byPatients;
    }
}
