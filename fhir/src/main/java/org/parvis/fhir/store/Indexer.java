package org.parvis.fhir.store;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.index.DateValue;
import org.parvis.fhir.index.IndexValue;
import org.parvis.fhir.index.Indexed;
import org.parvis.fhir.index.PairValue;
import org.parvis.fhir.index.PositionValue;
import org.parvis.fhir.index.QuantityValue;
import org.parvis.fhir.index.ReferenceValue;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.StringValue;
import org.parvis.fhir.index.TokenValue;
import org.parvis.fhir.index.Ucum;
import org.parvis.fhir.index.Ucum.Canonical;
import org.parvis.fhir.index.UriValue;
import org.parvis.fhir.store.Dictionary.Kind;

/** Turns what is taken from a resource into rows: those that find it, and those that open data or close them. */
final class Indexer {

    private record Token(int param, int system, String code) {}

    /** One side of a composite value. */
    private record Half(int system, String code, Row.Amount amount) {}

    private final Dictionary words;
    private final TokenTexts texts;
    private final Ucum ucum;
    private final AccessRows accessRows;

    Indexer(Dictionary words, TokenTexts texts, Ucum ucum) {
        this.words = words;
        this.texts = texts;
        this.ucum = ucum;
        this.accessRows = new AccessRows(words);
    }

    /** @param targets where referenced resources of this server stand; a reference to none of them gives no row */
    Set<Row> rows(Taken taken, Map<ResourceKey, Place> targets) {
        var rows = new LinkedHashSet<>(accessRows.of(taken.rules(), targets));
        var tokens = new LinkedHashMap<Token, Set<String>>();
        for (Indexed indexed : taken.values()) {
            addRow(rows, tokens, indexed, targets);
        }
        tokens.forEach((token, shown) -> rows.add(new Row.Token(
                token.param(),
                token.system(),
                texts.number(token.param(), token.system(), token.code(), shown),
                0,
                token.code())));
        return RowFlags.mark(rows);
    }

    private void addRow(
            Set<Row> rows, Map<Token, Set<String>> tokens, Indexed indexed, Map<ResourceKey, Place> targets) {
        SearchParam param = indexed.param();
        int number = number(param, "");
        switch (indexed.value()) {
            case TokenValue token -> addToken(tokens, number, token);
            case StringValue text ->
                rows.add(new Row.Text(number, IndexText.cut(text.folded()), IndexText.cut(text.exact()), 0));
            case DateValue date -> rows.add(new Row.Date(number, date.lowMicros(), date.highMicros(), 0));
            case QuantityValue quantity -> rows.add(new Row.Quantity(number, amount(quantity), 0));
            case ReferenceValue reference -> {
                addReference(rows, number, reference, targets);
                if (reference.identifier() != null) {
                    addToken(tokens, number(param, StoreParams.IDENTIFIER), reference.identifier());
                }
            }
            case UriValue uri -> rows.add(uri(number, uri.uri()));
            case PairValue pair -> addPair(rows, number, pair, targets);
            case PositionValue position ->
                rows.add(new Row.Position(number, position.latitude(), position.longitude()));
        }
    }

    // The same code may stand in several places with other texts; it is one row all the same.
    private void addToken(Map<Token, Set<String>> tokens, int param, TokenValue value) {
        tokens.computeIfAbsent(new Token(param, system(value.system()), code(value)), _ -> new TreeSet<>())
                .addAll(value.texts());
    }

    private int number(SearchParam param, String suffix) {
        return words.number(Kind.PARAMETER, param.resourceType() + "." + param.code() + suffix);
    }

    // A canonical is kept as its address (the system) and its version (the code): addresses repeat, so they are words.
    private Row.Token uri(int param, String uri) {
        int bar = uri.indexOf('|');
        String address = bar < 0 ? uri : uri.substring(0, bar);
        return new Row.Token(param, system(address), 0, 0, bar < 0 ? "" : IndexText.cut(uri.substring(bar + 1)));
    }

    private void addReference(Set<Row> rows, int param, ReferenceValue value, Map<ResourceKey, Place> targets) {
        if (value.absoluteUrl() != null) {
            rows.add(uri(
                    param,
                    value.version() == null ? value.absoluteUrl() : value.absoluteUrl() + "|" + value.version()));
        }
        Place target = target(value, targets);
        if (target != null && value.type() != null) {
            rows.add(new Row.Reference(param, words.number(Kind.TYPE, value.type()), target.rid()));
        }
    }

    private static @Nullable Place target(ReferenceValue value, Map<ResourceKey, Place> targets) {
        return value.type() == null || value.id() == null
                ? null
                : targets.get(new ResourceKey(value.type(), value.id()));
    }

    private void addPair(Set<Row> rows, int param, PairValue pair, Map<ResourceKey, Place> targets) {
        Half first = half(pair.first(), targets);
        Half second = half(pair.second(), targets);
        rows.add(new Row.Pair(param, first.system(), first.code(), second.system(), second.code(), second.amount()));
    }

    private Half half(IndexValue value, Map<ResourceKey, Place> targets) {
        return switch (value) {
            case TokenValue token -> new Half(system(token.system()), code(token), Row.Amount.NONE);
            case StringValue text -> new Half(0, IndexText.cut(text.folded()), Row.Amount.NONE);
            case DateValue date ->
                new Half(0, "", Row.Amount.bare((double) date.lowMicros(), (double) date.highMicros()));
            case QuantityValue quantity -> new Half(0, "", amount(quantity));
            case UriValue uri -> new Half(system(uri.uri()), "", Row.Amount.NONE);
            case ReferenceValue reference -> {
                Place target = target(reference, targets);
                yield new Half(0, target == null ? "" : StoreParams.targetCode(target.rid()), Row.Amount.NONE);
            }
            case PairValue _, PositionValue _ -> throw new IllegalStateException("Not half of a composite: " + value);
        };
    }

    private static String code(TokenValue token) {
        return token.code() == null ? "" : IndexText.cut(token.code());
    }

    private int system(@Nullable String system) {
        return system == null ? 0 : words.number(Kind.SYSTEM, IndexText.cut(system));
    }

    private Row.Amount amount(QuantityValue quantity) {
        double low = bound(quantity.low(), Double.NEGATIVE_INFINITY);
        double high = bound(quantity.high(), Double.POSITIVE_INFINITY);
        if (quantity.system() == null && quantity.code() == null && quantity.unit() == null) {
            return Row.Amount.bare(low, high);
        }
        int unit = words.number(Kind.UNIT, StoreParams.unitWord(quantity.system(), quantity.code(), quantity.unit()));
        Canonical canonicalLow = canonical(quantity, quantity.low());
        Canonical canonicalHigh = canonical(quantity, quantity.high());
        String canonicalUnit =
                canonicalLow != null ? canonicalLow.unit() : canonicalHigh != null ? canonicalHigh.unit() : null;
        if (canonicalUnit == null) {
            return new Row.Amount(low, high, unit, low, high, 0);
        }
        return new Row.Amount(
                low,
                high,
                unit,
                canonicalLow == null ? low : canonicalLow.value().doubleValue(),
                canonicalHigh == null ? high : canonicalHigh.value().doubleValue(),
                words.number(Kind.UNIT, StoreParams.unitWord(null, canonicalUnit, null)));
    }

    private @Nullable Canonical canonical(QuantityValue quantity, @Nullable BigDecimal bound) {
        return bound == null
                ? null
                : ucum.canonical(quantity.system(), quantity.code(), bound).orElse(null);
    }

    private static double bound(@Nullable BigDecimal value, double open) {
        return value == null ? open : value.doubleValue();
    }
}
