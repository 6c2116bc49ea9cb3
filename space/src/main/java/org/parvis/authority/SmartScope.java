package org.parvis.authority;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What software may do with resources of one type (SMART App Launch 2, section 3.0.2): {@code system/Observation.rs}.
 *
 * @param context in whose name: of its structure, of a person, or of a person about one patient
 * @param type a resource type, or * for all
 */
record SmartScope(Context context, String type, boolean reads, boolean writes) {

    /** In whose name software acts. */
    enum Context {
        SYSTEM,
        USER,
        PATIENT
    }

    private static final Pattern SCOPE = Pattern.compile("(system|user|patient)/(\\*|[A-Z][A-Za-z]+)\\.(rs|cud|cruds)");
    private static final String ALL = "*";

    /** This text as a scope; empty when it is none that this server grants: it parts reading from writing, and no further. */
    static Optional<SmartScope> of(String text) {
        var matcher = SCOPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var letters = matcher.group(3);
        return Optional.of(new SmartScope(
                context(matcher.group(1)), matcher.group(2), !letters.equals("cud"), letters.startsWith("c")));
    }

    /** Those of these texts that are about data; what is asked beside them is left out. */
    static Set<SmartScope> among(Set<String> texts) {
        return texts.stream().flatMap(text -> of(text).stream()).collect(Collectors.toSet());
    }

    /** Which of these types any of the scopes lets read. */
    static Set<String> readable(Set<SmartScope> scopes, Set<String> types) {
        return covered(scopes, SmartScope::reads, types);
    }

    /** Which of these types any of the scopes lets write. */
    static Set<String> writable(Set<SmartScope> scopes, Set<String> types) {
        return covered(scopes, SmartScope::writes, types);
    }

    /** Whether whoever has this scope has the other too. */
    boolean covers(SmartScope other) {
        return context == other.context
                && (type.equals(ALL) || type.equals(other.type))
                && (reads || !other.reads)
                && (writes || !other.writes);
    }

    private static Context context(String word) {
        return Arrays.stream(Context.values())
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> covered(Set<SmartScope> scopes, Predicate<SmartScope> deed, Set<String> types) {
        var granted = scopes.stream().filter(deed).map(SmartScope::type).collect(Collectors.toSet());
        return granted.contains(ALL)
                ? types
                : types.stream().filter(granted::contains).collect(Collectors.toSet());
    }
}
