package org.parvis.fhir.content;

import ca.uhn.fhir.fhirpath.IFhirPath;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;

/** Any FHIRPath, evaluated on HAPI's model of a resource, its results found again in the tree. */
final class ModelPaths {

    // Regular expressions and recursion have no bound on their time.
    private static final Pattern UNBOUNDED =
            Pattern.compile("\\b(?:matches|matchesFull|replaceMatches|repeat|resolve)\\b");

    private final Structures structures;
    // Made on first demand: it reads all of R4's definitions.
    private final Later<IFhirPath> engine;

    ModelPaths(Structures structures) {
        this.structures = structures;
        this.engine = new Later<>(() -> structures.model().newFhirPath());
    }

    /** Where a path leads, among the elements of a resource. */
    List<PatchTarget> targets(Spot resource, String path, PatchLabel label) {
        if (UNBOUNDED.matcher(path).find()) {
            throw label.failed("its path uses a function whose time has no bound");
        }
        var targets = new ArrayList<PatchTarget>();
        IBaseResource model = model(resource.node(), label);
        for (IBase found : evaluate(model, path, label)) {
            targets.add(find((Base) model, resource, found)
                    .orElseThrow(() -> label.failed("its path does not lead to an element of the resource")));
        }
        return targets;
    }

    private IBaseResource model(ObjectNode resource, PatchLabel label) {
        try {
            return structures.model().newJsonParser().parseResource(resource.toString());
        } catch (RuntimeException unreadable) {
            throw label.failed("the resource is not valid at this point: " + unreadable.getMessage());
        }
    }

    // HAPI does not promise that its engine may be shared; patches with such paths are rare.
    private synchronized List<IBase> evaluate(IBaseResource model, String path, PatchLabel label) {
        try {
            return engine.get().evaluate(model, path, IBase.class);
        } catch (RuntimeException notFhirPath) {
            throw label.malformed("its path is not FHIRPath: " + notFhirPath.getMessage());
        }
    }

    /** Walks the model and the tree side by side. */
    private Optional<PatchTarget> find(Base model, Spot spot, IBase wanted) {
        for (Property child : model.children()) {
            Element element =
                    spot.structure().find(child.getName().replace("[x]", "")).orElse(null);
            for (int at = 0; element != null && at < child.getValues().size(); at++) {
                var target = new PatchTarget(spot, element, at);
                Optional<PatchTarget> found = find(child.getValues().get(at), target, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality") // The very element is sought, not one that looks like it.
    private Optional<PatchTarget> find(Base value, PatchTarget target, IBase wanted) {
        if (value == wanted) {
            return Optional.of(target);
        }
        return target.objects(structures).stream()
                .flatMap(spot -> find(value, spot, wanted).stream())
                .findFirst();
    }
}
