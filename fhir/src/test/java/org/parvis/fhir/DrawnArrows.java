package org.parvis.fhir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The arrows of the diagram on a page: who may use whom, directly or through another. */
record DrawnArrows(Set<Arrow> arrows) {
    private static final Pattern DRAWN = Pattern.compile("(?m)^ *(\\w+) --> (\\w+)$");

    /** One package using another. */
    record Arrow(String user, String used) {
        boolean isLoop() {
            return user.equals(used);
        }
    }

    static DrawnArrows in(Path page) throws IOException {
        return new DrawnArrows(DRAWN.matcher(Files.readString(page))
                .results()
                .map(match -> new Arrow(match.group(1), match.group(2)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** True when the arrow is drawn, or a way along drawn arrows leads from its user to what it uses. */
    boolean allow(Arrow arrow) {
        return arrows.contains(arrow)
                || arrows.stream()
                        .filter(drawn -> drawn.user().equals(arrow.user()))
                        .anyMatch(drawn -> allow(new Arrow(drawn.used(), arrow.used())));
    }
}
