package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the paths of a FHIRPath Patch lead in one resource (R4 fhirpatch.html). Names and indexes are followed in the
 * tree itself, which also knows the elements that are absent; any other FHIRPath goes through HAPI's model.
 */
final class PatchPaths {

    private static final Pattern LAST_STEP =
            Pattern.compile("(?:(.*)\\.)?([A-Za-z][A-Za-z0-9]*)(?:\\[([0-9]{1,6})])?", Pattern.DOTALL);

    private final Structures structures;
    private final ModelPaths modelPaths;
    private final Spot root;

    PatchPaths(Structures structures, ModelPaths modelPaths, ObjectNode resource) {
        this.structures = structures;
        this.modelPaths = modelPaths;
        this.root = structures.spot(resource);
    }

    /** The one object that a path leads to. */
    Spot object(String path, PatchLabel label) {
        List<Spot> spots = objects(path, label);
        if (spots.size() == 1) {
            return spots.getFirst();
        }
        throw label.failed(spots.isEmpty() ? "there is nothing at its path" : "its path leads to several elements");
    }

    private List<Spot> objects(String path, PatchLabel label) {
        if (isRoot(path)) {
            return List.of(root);
        }
        return targets(path, label).stream()
                .flatMap(target -> target.objects(structures).stream())
                .toList();
    }

    private boolean isRoot(String path) {
        return path.equals(root.structure().inWords()) || path.equals("%resource") || path.equals("$this");
    }

    /** The elements that a path leads to, present or not. */
    List<PatchTarget> targets(String path, PatchLabel label) {
        Matcher step = LAST_STEP.matcher(path);
        if (!step.matches() || isRoot(path)) {
            return modelPaths.targets(root, path, label);
        }
        String name = step.group(2);
        int index = step.group(3) == null ? PatchTarget.ALL : Integer.parseInt(step.group(3));
        List<Spot> parents = step.group(1) == null ? List.of(root) : objects(step.group(1), label);
        return parents.stream()
                .map(parent -> new PatchTarget(parent, element(parent, name, label), index))
                .toList();
    }

    static Element element(Spot parent, String name, PatchLabel label) {
        return parent.structure()
                .find(name)
                .orElseThrow(() -> label.failed(parent.structure().inWords() + " has no element " + name));
    }
}
