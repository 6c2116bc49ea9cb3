package org.parvis.fhir.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One narrative read from left to right: is it one well-formed div of harmless XHTML? */
final class Xhtml {

    private static final int DEEPEST = 200;

    private final String text;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private Xhtml(String text) {
        this.text = text;
    }

    /** What is wrong with a narrative, as the end of a sentence, or null. */
    static @Nullable String fault(String div) {
        String fault = TextRules.characters(div);
        return fault != null ? fault : new Xhtml(div.strip()).scan();
    }

    private @Nullable String scan() {
        if (!text.startsWith("<div")) {
            return "is not XHTML: it must be one <div> element";
        }
        do {
            String fault = at < text.length() ? next() : "is not well-formed: <" + open.peek() + "> is not closed";
            if (fault != null) {
                return fault;
            }
        } while (!open.isEmpty());
        return at == text.length() ? null : "goes on after its </div>";
    }

    private @Nullable String next() {
        if (text.startsWith("</", at)) {
            return endTag();
        }
        if (text.startsWith("<!--", at)) {
            return comment();
        }
        return text.charAt(at) == '<' ? startTag() : characters();
    }

    private @Nullable String comment() {
        int end = text.indexOf("--", at + 4);
        if (end < 0 || !text.startsWith("-->", end)) {
            return "is not well-formed: a comment is not closed";
        }
        at = end + 3;
        return null;
    }

    private @Nullable String characters() {
        for (; at < text.length() && text.charAt(at) != '<'; at++) {
            char c = text.charAt(at);
            if (c == '&' && endOfEntity(at) < 0) {
                return unknownEntity(at);
            }
            if (c == ']' && text.startsWith("]]>", at)) {
                return "is not well-formed: it holds ]]>";
            }
        }
        return null;
    }

    private @Nullable String endTag() {
        at += 2;
        String name = name();
        skipWhiteSpace();
        if (!name.equals(open.peek()) || !skip('>')) {
            return "is not well-formed: </" + name + "> where </" + open.peek() + "> is expected";
        }
        open.pop();
        return null;
    }

    private @Nullable String startTag() {
        at++;
        String name = name();
        String fault = XhtmlRules.element(name);
        if (fault != null) {
            return fault;
        }
        fault = attributes();
        if (fault != null) {
            return fault;
        }
        boolean empty = skip('/');
        if (!skip('>')) {
            return "is not well-formed: <" + name + " is not closed";
        }
        if (!empty) {
            open.push(name);
        }
        return open.size() <= DEEPEST ? null : "is nested too deeply";
    }

    private @Nullable String attributes() {
        Set<String> names = new HashSet<>();
        while (skipWhiteSpace() && isNamePart(current())) {
            String name = name();
            if (!names.add(name)) {
                return "is not well-formed: the attribute " + name + " occurs twice";
            }
            String fault = attribute(name);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable String attribute(String name) {
        skipWhiteSpace();
        boolean equals = skip('=');
        skipWhiteSpace();
        char quote = current();
        int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
        if (!equals || end < 0) {
            return "is not well-formed: the attribute " + name + " has no quoted value";
        }
        int start = at + 1;
        at = end + 1;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '<') {
                return "is not well-formed: the attribute " + name + " holds <";
            }
            if (text.charAt(i) == '&' && endOfEntity(i) < 0) {
                return unknownEntity(i);
            }
        }
        return XhtmlRules.attribute(name, XhtmlRules.resolved(text.substring(start, end)));
    }

    private int endOfEntity(int from) {
        int end = text.indexOf(';', from);
        return end >= 0 && end - from < 12 && XhtmlRules.isEntity(text.substring(from + 1, end)) ? end : -1;
    }

    private String unknownEntity(int from) {
        String start = text.substring(from, Math.min(text.length(), from + 12));
        int end = start.indexOf(';');
        String entity = end < 0 ? start : start.substring(0, end + 1);
        return "is not well-formed: " + entity + " is not an entity of XML (write the character itself)";
    }

    private String name() {
        int start = at;
        while (isNamePart(current())) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == ':'
                || c == '_'
                || c == '.';
    }

    private boolean skip(char expected) {
        if (current() != expected) {
            return false;
        }
        at++;
        return true;
    }

    /** Whether there was any to skip. */
    private boolean skipWhiteSpace() {
        int start = at;
        while (current() == ' ' || current() == '\n' || current() == '\r' || current() == '\t') {
            at++;
        }
        return at > start;
    }

    /** The character at hand, or NUL, which no narrative holds, at the end. */
    private char current() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
