package org.parvis.bench.corpus;

import java.util.regex.Pattern;

/** How an example's id and the references to it are renamed: "x-" before the id. */
final class ExampleIds {
    private static final int LONGEST_ID = 64;
    private static final Pattern RELATIVE = Pattern.compile("([A-Z][A-Za-z]+)/([A-Za-z0-9\\-.]{1,64})(/_history/.*)?");

    private ExampleIds() {}

    static String renamed(String id) {
        var renamed = "x-" + id;
        return renamed.substring(0, Math.min(LONGEST_ID, renamed.length()));
    }

    /** The id of the nth variation of an example. */
    static String numbered(String id, int number) {
        var prefix = "v" + number + id;
        return prefix.substring(0, Math.min(LONGEST_ID, prefix.length()));
    }

    static String renamedTarget(String reference) {
        var relative = RELATIVE.matcher(reference);
        return relative.matches() ? relative.group(1) + "/" + renamed(relative.group(2)) : reference;
    }
}
