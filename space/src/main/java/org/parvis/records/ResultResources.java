package org.parvis.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Concepts;
import org.parvis.web.Trend;
import org.parvis.web.When;

/** What Observations say was measured: one result for each thing measured, the latest first. */
final class ResultResources {

    private ResultResources() {}

    /** What was measured, each thing by itself and the thing measured last first, among so many of the latest Observations. */
    static List<List<ObjectNode>> measured(StoreClient store, String patient, int latest) {
        var found = store.search(("Observation?patient=%s&category=laboratory,vital-signs&_sort=-date"
                        + "&status:not=entered-in-error,cancelled&_count=%d")
                .formatted(patient, latest));
        return List.copyOf(found.matches().stream()
                .collect(Collectors.groupingBy(
                        one -> Concepts.key(one.path("code")), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /** The last Observation of each thing measured: those whose sources are told. */
    static List<ObjectNode> last(List<List<ObjectNode>> measured) {
        return measured.stream().map(List::getFirst).toList();
    }

    static List<Result> results(List<List<ObjectNode>> measured, Sources sources) {
        return measured.stream()
                .flatMap(group -> result(group, sources).stream())
                .toList();
    }

    private static Optional<Result> result(List<ObjectNode> group, Sources sources) {
        var last = group.getFirst();
        var words = Concepts.words(last.path("code"));
        var value = value(last);
        var when = when(last);
        if (words.isEmpty() || value.isEmpty() || when.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Result(
                words.get(),
                value.get(),
                trend(group),
                Concepts.words(last.path("interpretation").path(0)),
                when.get(),
                sources.of(last)));
    }

    private static Optional<Trend> trend(List<ObjectNode> group) {
        var unit = unit(group.getFirst().path("valueQuantity"));
        var measures = group.stream()
                .filter(one -> one.path("valueQuantity").path("value").isNumber())
                // Another unit cannot stand on the same line.
                .filter(one -> unit(one.path("valueQuantity")).equals(unit))
                .flatMap(one ->
                        when(one)
                                .map(when -> new Trend.Measure(
                                        when,
                                        one.path("valueQuantity").path("value").asDouble()))
                                .stream())
                .toList();
        return measures.size() < 2 ? Optional.empty() : Optional.of(new Trend(measures, unit));
    }

    private static Optional<String> value(JsonNode holder) {
        if (holder.has("valueQuantity")) {
            var quantity = holder.path("valueQuantity");
            return Optional.of((figure(quantity.path("value")) + " " + unit(quantity)).strip());
        }
        if (holder.has("component")) {
            return parts(holder.path("component"));
        }
        return Concepts.words(holder.path("valueCodeableConcept"))
                .or(() -> Optional.of(holder.path("valueString").asText()).filter(text -> !text.isBlank()));
    }

    /** "128 / 79 mmHg": what several parts measure in one unit says that unit once. */
    private static Optional<String> parts(JsonNode components) {
        var quantities = Concepts.all(components)
                .map(part -> part.path("valueQuantity"))
                .filter(JsonNode::isObject)
                .toList();
        var units = quantities.stream().map(ResultResources::unit).distinct().toList();
        if (quantities.isEmpty() || units.size() > 1) {
            return joined(Concepts.all(components).flatMap(part -> value(part).stream()));
        }
        return joined(quantities.stream().map(quantity -> figure(quantity.path("value"))))
                .map(figures -> (figures + " " + units.getFirst()).strip());
    }

    private static Optional<String> joined(Stream<String> texts) {
        return Optional.of(texts.collect(Collectors.joining(" / "))).filter(all -> !all.isEmpty());
    }

    private static String figure(JsonNode number) {
        return new BigDecimal(number.asText("0"))
                .setScale(Math.min(2, Math.max(0, number.decimalValue().scale())), RoundingMode.HALF_UP)
                .toPlainString()
                .replace('.', ',');
    }

    private static String unit(JsonNode quantity) {
        return quantity.path("unit").asText(quantity.path("code").asText());
    }

    private static Optional<When> when(ObjectNode observation) {
        return Stream.of(
                        observation.path("effectiveDateTime").asText(),
                        observation.path("effectivePeriod").path("start").asText(),
                        observation.path("issued").asText())
                .flatMap(text -> When.read(text).stream())
                .findFirst();
    }
}
