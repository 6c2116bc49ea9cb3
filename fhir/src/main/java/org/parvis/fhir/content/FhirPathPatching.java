package org.parvis.fhir.content;

import java.util.List;

/** One resource while a FHIRPath Patch works on it. */
final class FhirPathPatching {

    private final PatchPaths paths;

    FhirPathPatching(PatchPaths paths) {
        this.paths = paths;
    }

    void apply(PatchOperation operation) {
        switch (operation.type()) {
            case "add" -> add(operation);
            case "insert" -> insert(operation);
            case "delete" -> delete(operation);
            case "replace" -> replace(operation);
            case "move" -> move(operation);
            default -> throw operation.label().malformed("FHIRPath Patch has no operation of that type");
        }
    }

    private void add(PatchOperation operation) {
        Spot parent = paths.object(operation.path(), operation.label());
        Element element = PatchPaths.element(parent, operation.name(), operation.label());
        parent.add(PatchValue.of(operation.value(), element, operation.label()), operation.label());
    }

    private void insert(PatchOperation operation) {
        PatchTarget list = list(operation);
        PatchValue value = PatchValue.of(operation.value(), list.element(), operation.label());
        Items items = list.parent().items(value.property());
        items.insert(index(operation, "index", items.size()), value);
    }

    private void delete(PatchOperation operation) {
        List<PatchTarget> present = present(operation);
        if (present.size() > 1 || (present.size() == 1 && present.getFirst().count() > 1)) {
            throw operation.label().failed("its path leads to several elements; one is deleted at a time");
        }
        // "If the element does not exist, then the deletion is not an error."
        for (PatchTarget target : present) {
            Property property = target.parent().present(target.element()).orElseThrow();
            target.parent().items(property).remove(target.only());
        }
    }

    private void replace(PatchOperation operation) {
        List<PatchTarget> present = present(operation);
        if (present.size() != 1 || present.getFirst().count() != 1) {
            throw operation.label().failed("its path does not lead to exactly one element");
        }
        PatchTarget target = present.getFirst();
        PatchValue value = PatchValue.of(operation.value(), target.element(), operation.label());
        Property old = target.parent().present(target.element()).orElseThrow();
        if (old.equals(value.property())) {
            target.parent().items(old).replace(target.only(), value);
        } else {
            target.parent().remove(old);
            target.parent().items(value.property()).insert(0, value);
        }
    }

    private void move(PatchOperation operation) {
        PatchTarget list = list(operation);
        Property property = list.parent()
                .present(list.element())
                .orElseThrow(() -> operation.label().failed("there is nothing to move"));
        Items items = list.parent().items(property);
        int source = index(operation, "source", items.size() - 1);
        items.move(source, index(operation, "destination", items.size() - 1));
    }

    private List<PatchTarget> present(PatchOperation operation) {
        return paths.targets(operation.path(), operation.label()).stream()
                .filter(target -> target.count() > 0)
                .toList();
    }

    private PatchTarget list(PatchOperation operation) {
        List<PatchTarget> targets = paths.targets(operation.path(), operation.label());
        if (targets.size() != 1
                || targets.getFirst().index() != PatchTarget.ALL
                || !targets.getFirst().element().repeats()) {
            throw operation.label().failed("its path does not lead to one list");
        }
        return targets.getFirst();
    }

    private static int index(PatchOperation operation, String name, int greatest) {
        int index = operation.index(name);
        if (index > greatest) {
            throw operation.label().failed("its " + name + " is " + index + "; the greatest possible is " + greatest);
        }
        return index;
    }
}
