package org.parvis.authority;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What software may do with resources of one type (SMART App Launch 2, section 3.0.2): {@code system/Observation.rs}.
 *
 * @param type a resource type, or * for all
 */
record SmartScope(String text, String type, boolean reads, boolean writes) {

    private static final Pattern SCOPE = Pattern.compile("system/(\\*|[A-Z][A-Za-z]+)\\.(rs|cud|cruds)");
    private static final String ALL = "*";

    /** This text as a scope; empty when it is none that this server grants: it parts reading from writing, and no further. */
    static Optional<SmartScope> of(String text) {
        var matcher = SCOPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var letters = matcher.group(2);
        return Optional.of(new SmartScope(text, matcher.group(1), !letters.equals("cud"), letters.startsWith("c")));
    }

    /** Which of these types any of the scopes lets read. */
    static Set<String> readable(Set<SmartScope> scopes, Set<String> types) {
        return covered(
                scopes.stream().filter(SmartScope::reads).map(SmartScope::type).collect(Collectors.toSet()), types);
    }

    /** Which of these types any of the scopes lets write. */
    static Set<String> writable(Set<SmartScope> scopes, Set<String> types) {
        return covered(
                scopes.stream().filter(SmartScope::writes).map(SmartScope::type).collect(Collectors.toSet()), types);
    }

    private static Set<String> covered(Set<String> granted, Set<String> types) {
        return granted.contains(ALL)
                ? types
                : types.stream().filter(granted::contains).collect(Collectors.toSet());
    }
}
