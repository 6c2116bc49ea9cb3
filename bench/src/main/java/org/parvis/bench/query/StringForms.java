package org.parvis.bench.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.PrimitiveType;

/** The forms of R4 search.html#string. */
final class StringForms {
    private final Random random;

    StringForms(Random random) {
        this.random = random;
    }

    List<Criterion> of(String code, IBase value) {
        var texts = texts(value);
        return texts.isEmpty() ? List.of() : forms(code, texts.get(random.nextInt(texts.size())));
    }

    private static List<String> texts(IBase value) {
        var texts = new ArrayList<String>();
        switch (value) {
            case HumanName name -> {
                texts.add(name.getFamily());
                name.getGiven().forEach(given -> texts.add(given.getValue()));
                texts.add(name.getText());
            }
            case Address address -> {
                texts.add(address.getCity());
                texts.add(address.getPostalCode());
                address.getLine().forEach(line -> texts.add(line.getValue()));
            }
            case PrimitiveType<?> primitive -> texts.add(primitive.getValueAsString());
            default -> {}
        }
        return texts.stream().filter(text -> text != null && !text.isBlank()).toList();
    }

    private List<Criterion> forms(String name, String text) {
        var start = text.substring(0, 1 + random.nextInt(Math.min(text.length(), 12)))
                .strip();
        var from = random.nextInt(text.length());
        var inner = text.substring(from, from + 1 + random.nextInt(Math.min(text.length() - from, 10)))
                .strip();
        var forms = new ArrayList<Criterion>();
        add(forms, name, text, "string whole");
        add(forms, name, start, "string start");
        add(forms, name, text.toUpperCase(Locale.ROOT), "string capitals");
        add(forms, name, plain(text).toLowerCase(Locale.ROOT), "string plain");
        add(forms, name, text + "x", "string near miss");
        add(forms, name + ":exact", text, "string :exact");
        add(forms, name + ":exact", plain(text).toLowerCase(Locale.ROOT), "string :exact plain");
        add(forms, name + ":exact", start, "string :exact start");
        add(forms, name + ":contains", inner, "string :contains");
        add(forms, name + ":contains", plain(inner).toUpperCase(Locale.ROOT), "string :contains plain");
        return forms;
    }

    private static void add(List<Criterion> forms, String name, String text, String form) {
        if (!text.isBlank()) {
            forms.add(new Criterion(name, Criterion.escape(text), form));
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
