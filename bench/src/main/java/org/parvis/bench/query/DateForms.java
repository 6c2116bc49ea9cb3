package org.parvis.bench.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;

/** The forms of R4 search.html#date: all prefixes, all precisions, and neighbours in time. */
final class DateForms {
    private static final String[] PREFIXES = {"", "eq", "ne", "gt", "ge", "lt", "le", "sa", "eb"};
    private static final int[] LENGTHS = {4, 7, 10};
    private static final int DAY_LENGTH = 10;

    private final Random random;

    DateForms(Random random) {
        this.random = random;
    }

    List<Criterion> of(String code, IBase value) {
        var dates = texts(value);
        if (dates.isEmpty()) {
            return List.of();
        }
        var forms = new ArrayList<Criterion>();
        for (var prefix : PREFIXES) {
            var date = dates.get(random.nextInt(dates.size()));
            forms.add(criterion(code, prefix, date, value, "same"));
            forms.add(criterion(code, prefix, coarser(date), value, "coarser"));
            forms.add(criterion(code, prefix, neighbour(date), value, "neighbour"));
        }
        return forms;
    }

    private static List<String> texts(IBase value) {
        return switch (value) {
            case BaseDateTimeType date when date.hasValue() -> List.of(date.getValueAsString());
            case Period period -> {
                var ends = new ArrayList<String>();
                ends.addAll(texts(period.getStartElement()));
                ends.addAll(texts(period.getEndElement()));
                yield ends;
            }
            case Timing timing ->
                timing.getEvent().stream()
                        .flatMap(event -> texts(event).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static Criterion criterion(String code, String prefix, String date, IBase found, String how) {
        var form = "date %s %s in %s".formatted(prefix.isEmpty() ? "(none)" : prefix, how, found.fhirType());
        return new Criterion(code, prefix + date, form);
    }

    private String coarser(String date) {
        var length = LENGTHS[random.nextInt(LENGTHS.length)];
        return date.substring(0, Math.min(length, date.length()));
    }

    /** The day, month or year before or after. */
    private String neighbour(String date) {
        var step = random.nextBoolean() ? 1 : -1;
        try {
            var day = LocalDate.parse((date + "-01-01").substring(0, DAY_LENGTH));
            return switch (LENGTHS[random.nextInt(LENGTHS.length)]) {
                case 4 -> day.plusYears(step).toString().substring(0, 4);
                case 7 -> day.plusMonths(step).toString().substring(0, 7);
                default -> day.plusDays(step).toString();
            };
        } catch (DateTimeParseException notThere) {
            return date;
        }
    }
}
