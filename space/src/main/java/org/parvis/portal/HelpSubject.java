package org.parvis.portal;

/** A question that the help answers; its words are in the message file. */
public enum HelpSubject {
    SEARCH("recherche"),
    RECORD("dossier"),
    CLOSED_RECORD("acces-refuse"),
    IDENTITY("identite"),
    CALL("logiciel-metier"),
    KEYS("clavier");

    private final String anchor;

    HelpSubject(String anchor) {
        this.anchor = anchor;
    }

    /** Where its answer stands on the page. */
    public String anchor() {
        return anchor;
    }

    public String title() {
        return "portal.help." + name();
    }

    public String text() {
        return "portal.help." + name() + ".text";
    }
}
