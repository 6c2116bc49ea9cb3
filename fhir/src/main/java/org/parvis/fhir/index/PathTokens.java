package org.parvis.fhir.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, signs and strings of a FHIRPath expression, taken from left to right. */
final class PathTokens {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*('(?:[^'\\\\]|\\\\.)*'|`[^`]*`|[%$]?[A-Za-z_][A-Za-z0-9_]*|\\d+|!=|\\S)");
    private static final String END = "";

    private final List<String> tokens = new ArrayList<>();
    private int next;

    PathTokens(String expression) {
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
    }

    boolean atEnd() {
        return next >= tokens.size();
    }

    boolean isNext(String token) {
        return peek().equals(token);
    }

    boolean isString() {
        return peek().startsWith("'");
    }

    boolean isLiteral() {
        return isString() || isNext("true") || isNext("false");
    }

    boolean isName() {
        return !atEnd() && (Character.isLetter(peek().charAt(0)) || peek().charAt(0) == '`' || peek().charAt(0) == '_');
    }

    boolean isTypeName() {
        return !atEnd() && Character.isUpperCase(unquoted(peek()).charAt(0));
    }

    /** Takes these tokens if they come next, all or none. */
    boolean take(String... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (next + i >= tokens.size() || !tokens.get(next + i).equals(wanted[i])) {
                return false;
            }
        }
        next += wanted.length;
        return true;
    }

    /** Takes a name, without back quotes and without the namespace {@code FHIR}. */
    String takeName() {
        take("FHIR", ".");
        return unquoted(takeAny());
    }

    /** Takes a string, without its quotes. Strings with escapes are beyond what is compiled. */
    String takeString() {
        if (!isString() || peek().contains("\\")) {
            return END;
        }
        var quoted = takeAny();
        return quoted.substring(1, quoted.length() - 1);
    }

    /** Takes a number; -1 when there is none, or none that fits. */
    int takeNumber() {
        return !atEnd() && Character.isDigit(peek().charAt(0)) && peek().length() < 9
                ? Integer.parseInt(takeAny())
                : -1;
    }

    private static String unquoted(String name) {
        return name.length() > 2 && name.startsWith("`") ? name.substring(1, name.length() - 1) : name;
    }

    private String peek() {
        return atEnd() ? END : tokens.get(next);
    }

    private String takeAny() {
        var token = peek();
        next++;
        return token;
    }
}
