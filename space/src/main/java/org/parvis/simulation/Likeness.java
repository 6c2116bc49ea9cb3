package org.parvis.simulation;

import java.util.List;

/** Whom a simulated provider resembles: what it is called, who may be chosen there, and how software proves itself to it. */
public enum Likeness {
    PRO_SANTE_CONNECT("Pro Santé Connect", "professionals.json"),
    HOSPITAL("CH d’Essai", "staff.json"),
    FRANCE_CONNECT("FranceConnect", "citizens.json");

    private final String title;
    private final String persons;

    Likeness(String title, String persons) {
        this.title = title;
        this.persons = persons;
    }

    String title() {
        return title;
    }

    List<TestPerson> persons() {
        return TestPerson.in(persons);
    }

    List<String> proofs() {
        return this == FRANCE_CONNECT
                ? List.of("client_secret_post")
                : List.of("client_secret_basic", "private_key_jwt");
    }
}
