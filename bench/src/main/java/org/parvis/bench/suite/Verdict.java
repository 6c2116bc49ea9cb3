package org.parvis.bench.suite;

/** What became of one test case: whether it passed, and if not, what was seen instead. */
public record Verdict(String name, boolean passed, String seen) {

    static Verdict passed(String name) {
        return new Verdict(name, true, "");
    }

    static Verdict failed(String name, String seen) {
        return new Verdict(name, false, seen);
    }

    static Verdict of(String name, boolean passed, String seen) {
        return new Verdict(name, passed, passed ? "" : seen);
    }
}
