package org.parvis.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** A copy of a resource at another time: every date moved alike, some cut short, quantities changed, names accented. */
final class Variation {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?");
    private static final int[] DATE_LENGTHS = {4, 7, 10};
    private static final int DATE_LENGTH = 10;
    private static final int LONGEST_MOVE_IN_DAYS = 900;

    /** Elements that are dates or dateTimes wherever they stand, never instants, so that they may lose precision. */
    private static final Set<String> PARTIAL_DATES = Set.of(
            "abatementDateTime",
            "authoredOn",
            "birthDate",
            "deceasedDateTime",
            "effectiveDateTime",
            "occurrenceDateTime",
            "onsetDateTime",
            "performedDateTime",
            "recordedDate",
            "whenHandedOver");

    private final Random random;
    private final int moveInDays;

    private Variation(Random random) {
        this.random = random;
        this.moveInDays = random.nextInt(LONGEST_MOVE_IN_DAYS);
    }

    static ObjectNode of(ObjectNode resource, String id, Random random) {
        var copy = resource.deepCopy();
        new Variation(random).vary(copy, "");
        copy.put("id", id);
        return copy;
    }

    private void vary(JsonNode node, String within) {
        if (node instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> varyField(object, name, within));
            names.forEach(name -> vary(object.get(name), name));
            return;
        }
        node.forEach(child -> vary(child, within));
    }

    private void varyField(ObjectNode object, String name, String within) {
        var value = object.get(name);
        if (value.isTextual() && DATE.matcher(value.textValue()).matches()) {
            var moved = moved(value.textValue());
            var partial = PARTIAL_DATES.contains(name) || within.endsWith("eriod");
            object.put(name, partial && random.nextBoolean() ? cut(moved) : moved);
        }
        if (value.isTextual() && (name.equals("family") || name.equals("city"))) {
            object.put(name, Accents.added(value.textValue(), random));
        }
        if (name.equals("value") && value.isNumber()) {
            object.put(name, changed(value.decimalValue()));
        }
    }

    private String moved(String date) {
        var day = LocalDate.parse(date.substring(0, DATE_LENGTH)).minusDays(moveInDays);
        return day + date.substring(DATE_LENGTH);
    }

    private String cut(String date) {
        return date.substring(0, DATE_LENGTHS[random.nextInt(DATE_LENGTHS.length)]);
    }

    private BigDecimal changed(BigDecimal value) {
        if (value.scale() <= 0) {
            return value.add(BigDecimal.valueOf(random.nextInt(5)));
        }
        var factor = BigDecimal.valueOf(50L + random.nextInt(100), 2);
        return value.multiply(factor).setScale(value.scale(), RoundingMode.HALF_UP);
    }
}
