package org.parvis.fhir.index;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.jspecify.annotations.Nullable;

/** Brings amounts in comparable UCUM units to one unit: 72 kg and 72000 g are then the same (R4 search.html, quantity). */
public final class Ucum {

    /** The system of UCUM codes. */
    public static final String SYSTEM = "http://unitsofmeasure.org";

    // Units come from outside: past this many, a unit is worked out each time.
    private static final int KEPT_UNITS = 10_000;

    // The library divides to 31 digits; rounded, 60 per minute is again exactly 1 per second.
    private static final MathContext PRECISION = new MathContext(20, RoundingMode.HALF_EVEN);

    private static final BigDecimal FIVE_NINTHS = new BigDecimal(5).divide(new BigDecimal(9), MathContext.DECIMAL128);
    private static final int LONGEST = 100;

    // Logarithms and tangents, which the library would convert as if they were proportional: 2 pH is not twice 1 pH.
    private static final Pattern SCALES =
            Pattern.compile("\\[pH]|\\[p'diop]|%\\[slope]|\\[hp'_|bit_s|(^|[./(])[a-zA-Z]{0,2}(B|Np)($|[\\[./)\\d+-])");

    private final Map<String, Optional<Conversion>> conversions = new ConcurrentHashMap<>();
    private @Nullable UcumService library;

    /** An amount in the canonical unit of its dimension. */
    public record Canonical(String unit, BigDecimal value) {}

    private record Conversion(String unit, BigDecimal offset, BigDecimal factor) {

        Canonical convert(BigDecimal value) {
            var converted = value.add(offset).multiply(factor).round(PRECISION);
            return new Canonical(unit, converted.stripTrailingZeros());
        }
    }

    /** The amount in its canonical unit; empty when the unit is not UCUM, unknown to it, or on a logarithmic scale. */
    public Optional<Canonical> canonical(@Nullable String system, @Nullable String code, BigDecimal value) {
        if (code == null || !SYSTEM.equals(system)) {
            return Optional.empty();
        }
        return conversion(code).map(conversion -> conversion.convert(value));
    }

    private Optional<Conversion> conversion(String code) {
        var known = conversions.get(code);
        if (known != null) {
            return known;
        }
        var found = find(code);
        if (conversions.size() < KEPT_UNITS) {
            conversions.put(code, found);
        }
        return found;
    }

    private Optional<Conversion> find(String code) {
        return switch (code) {
            case "Cel" -> Optional.of(new Conversion("K", new BigDecimal("273.15"), BigDecimal.ONE));
            case "[degF]" -> Optional.of(new Conversion("K", new BigDecimal("459.67"), FIVE_NINTHS));
            default ->
                code.isEmpty()
                                || code.length() > LONGEST
                                || SCALES.matcher(code).find()
                        ? Optional.empty()
                        : proportional(code);
        };
    }

    private synchronized Optional<Conversion> proportional(String code) {
        try {
            var one = library().getCanonicalForm(new Pair(new Decimal("1"), code));
            var unit = one.getCode().isEmpty() ? "1" : one.getCode();
            var factor = new BigDecimal(one.getValue().asDecimal());
            return Optional.of(new Conversion(unit, BigDecimal.ZERO, factor));
        } catch (UcumException e) {
            return Optional.empty(); // An unknown unit is compared as written.
        }
    }

    private UcumService library() throws UcumException {
        var made = library;
        if (made == null) {
            made = new UcumEssenceService(
                    Objects.requireNonNull(UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")));
            library = made;
        }
        return made;
    }
}
