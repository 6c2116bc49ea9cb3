package org.parvis.fhir.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.parvis.fhir.index.DateRange;

/**
 * One provision of a Consent: what it is about, each member a choice; an empty choice says nothing. A criterion that is
 * not understood widens a refusal, and makes a permission void: in doubt, data stay closed.
 */
record Provision(Reading element) {

    private static final Set<String> ACTORS =
            Set.of("Practitioner", "PractitionerRole", "Organization", "RelatedPerson", "Patient", "Device");

    private static final List<String> ANYBODY = List.of("");

    /** Whether it refuses; empty when it does not say. */
    Optional<Boolean> denies() {
        return Optional.of(element.text("type"))
                .filter(Predicate.not(String::isEmpty))
                .map("deny"::equals);
    }

    /** Whether each of its criteria is one that is looked at. */
    boolean isUnderstood() {
        return !element.has("code")
                && !element.has("dataPeriod")
                && named().size() == element.each("actor").size()
                && known().size() == element.each("purpose").size()
                && types().size() == element.each("class").size()
                && resources().size() == element.each("data").size();
    }

    List<String> actors(boolean denies) {
        return denies && named().size() < element.each("actor").size() ? ANYBODY : named();
    }

    List<Optional<Purpose>> purposes(boolean denies) {
        return denies && known().size() < element.each("purpose").size() ? List.of(Optional.empty()) : known();
    }

    List<String> types() {
        return codes("class");
    }

    List<String> labels() {
        return element.each("securityLabel").stream()
                .map(label -> label.text("system") + "|" + label.text("code"))
                .toList();
    }

    List<String> resources() {
        return element.each("data").stream()
                .filter(data -> data.text("meaning").equals("instance"))
                .flatMap(data -> data.references("reference").stream())
                .toList();
    }

    DateRange during() {
        return element.period("period");
    }

    List<Provision> exceptions() {
        return element.each("provision").stream().map(Provision::new).toList();
    }

    private List<String> named() {
        return element.each("actor").stream()
                .flatMap(actor -> actor.references("reference").stream())
                .filter(actor -> ACTORS.contains(actor.substring(0, actor.indexOf('/'))))
                .toList();
    }

    private List<Optional<Purpose>> known() {
        var codes = codes("purpose");
        return Arrays.stream(Purpose.values())
                .filter(purpose -> codes.contains(purpose.code()))
                .map(Optional::of)
                .toList();
    }

    private List<String> codes(String member) {
        return element.each(member).stream()
                .map(coding -> coding.text("code"))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
