package org.parvis.fhir.content;

import java.util.Arrays;

/** Where a walk through a resource stands; it becomes text only when there is something to say. */
final class Place {

    private static final int NO_INDEX = -1;

    private final String root;
    private String[] names = new String[16];
    private int[] indexes = new int[16];
    private int depth;

    Place(String root) {
        this.root = root;
    }

    void enter(String name) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            indexes = Arrays.copyOf(indexes, depth * 2);
        }
        names[depth] = name;
        indexes[depth] = NO_INDEX;
        depth++;
    }

    void item(int index) {
        indexes[depth - 1] = index;
    }

    void leave() {
        depth--;
    }

    /** This place as a simple FHIRPath: {@code Patient.name[0].family}. */
    String expression() {
        var expression = new StringBuilder(root);
        for (int at = 0; at < depth; at++) {
            expression.append('.').append(names[at]);
            if (indexes[at] != NO_INDEX) {
                expression.append('[').append(indexes[at]).append(']');
            }
        }
        return expression.toString();
    }

    String expression(String child) {
        return expression() + "." + child;
    }
}
