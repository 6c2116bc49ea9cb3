package org.parvis.bench.query;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.parvis.bench.corpus.Corpus;

/**
 * Judges whether matches came in the order asked for. Only resources with exactly one value count:
 * R4 search.html#sort leaves the others' place, and the place of those without a value, to the server.
 */
public final class OrderCheck {
    private final Holdings holdings;

    public OrderCheck(Corpus corpus, Set<String> inScope) throws IOException {
        this.holdings = new Holdings(corpus, inScope);
    }

    /** Two neighbours that stand the wrong way round, if any. */
    public Optional<String> disorder(Query query, List<String> matches) {
        return query.sort().flatMap(by -> {
            var keyed = new ArrayList<Keyed>();
            matches.forEach(location ->
                    key(location, query.type(), by.parameter()).ifPresent(key -> keyed.add(new Keyed(location, key))));
            return firstWrong(by.descending() ? keyed.reversed() : keyed);
        });
    }

    private record Keyed(String location, String key) {}

    private static Optional<String> firstWrong(List<Keyed> keyed) {
        for (var at = 1; at < keyed.size(); at++) {
            var before = keyed.get(at - 1);
            var after = keyed.get(at);
            if (before.key().compareTo(after.key()) > 0) {
                return Optional.of("%s (%s) stands on the wrong side of %s (%s)"
                        .formatted(before.location(), before.key(), after.location(), after.key()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> key(String location, String type, String code) {
        var parameter = holdings.parameters(type).stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst();
        var values = parameter
                .map(known -> holdings.finder().values(location, known))
                .orElse(List.of());
        if (values.size() != 1 || !(values.getFirst() instanceof PrimitiveType<?> only) || !only.hasValue()) {
            return Optional.empty();
        }
        return Optional.of(only instanceof BaseDateTimeType date ? instant(date) : folded(only.getValueAsString()))
                .filter(OrderCheck::hasOneOrder);
    }

    /** Epoch milliseconds with leading zeros, so that they compare as text. */
    private static String instant(BaseDateTimeType date) {
        return "%020d".formatted(date.getValue().toInstant().toEpochMilli() + Long.MAX_VALUE / 2);
    }

    /** Letters that are no plain letter with a mark, such as a crossed l, stand where each server's alphabet has them. */
    private static boolean hasOneOrder(String key) {
        return key.chars().allMatch(letter -> Character.isLetterOrDigit(letter) && letter < 128);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
