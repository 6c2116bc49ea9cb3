package org.parvis.access;

/** What somebody who is in has to do before anything else. */
public enum Duty {
    /** Accept the usage charter as it stands now. */
    CHARTER("/charte"),
    /** Say in which of their structures they act. */
    POSITION("/contexte");

    private final String page;

    Duty(String page) {
        this.page = page;
    }

    /** The page on which it is done. */
    public String page() {
        return page;
    }
}
