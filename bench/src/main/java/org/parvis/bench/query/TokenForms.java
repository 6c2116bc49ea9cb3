package org.parvis.bench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;

/** The forms of R4 search.html#token. */
final class TokenForms {
    private final Random random;

    TokenForms(Random random) {
        this.random = random;
    }

    List<Criterion> of(String code, IBase value) {
        return switch (value) {
            case Coding coding -> coding(code, coding);
            case CodeableConcept concept -> concept(code, concept);
            case Identifier identifier -> identifier(code, identifier);
            case ContactPoint contact
            when contact.hasValue() ->
                List.of(new Criterion(code, Criterion.escape(contact.getValue()), "token contact"));
            case PrimitiveType<?> primitive when primitive.hasValue() -> primitive(code, primitive);
            default -> List.of();
        };
    }

    private List<Criterion> concept(String name, CodeableConcept concept) {
        var forms = new ArrayList<Criterion>();
        concept.getCoding().forEach(coding -> forms.addAll(coding(name, coding)));
        if (concept.hasText()) {
            forms.add(new Criterion(name + ":text", Criterion.escape(start(concept.getText())), "token :text"));
        }
        return forms;
    }

    private List<Criterion> coding(String name, Coding coding) {
        var forms = new ArrayList<Criterion>();
        if (coding.hasCode()) {
            var code = Criterion.escape(coding.getCode());
            forms.add(new Criterion(name, code, "token code"));
            forms.add(new Criterion(name, "|" + code, "token |code"));
            forms.add(new Criterion(name, code + "x", "token near miss"));
            forms.add(new Criterion(name, changedCase(code), "token case"));
            withSystem(forms, name, coding, code);
        }
        if (coding.hasSystem()) {
            forms.add(new Criterion(name, Criterion.escape(coding.getSystem()) + "|", "token system|"));
        }
        if (coding.hasDisplay()) {
            forms.add(new Criterion(name + ":text", Criterion.escape(start(coding.getDisplay())), "token :text"));
        }
        return forms;
    }

    private static void withSystem(List<Criterion> forms, String name, Coding coding, String code) {
        if (!coding.hasSystem()) {
            return;
        }
        var full = Criterion.escape(coding.getSystem()) + "|" + code;
        forms.add(new Criterion(name, full, "token system|code"));
        forms.add(new Criterion(name + ":not", full, "token :not"));
        forms.add(new Criterion(name, "http://nowhere.example.org|" + code, "token other system"));
        forms.add(new Criterion(name, full + ",http://nowhere.example.org|x," + code, "token or"));
    }

    private static List<Criterion> identifier(String name, Identifier identifier) {
        var forms = new ArrayList<Criterion>();
        if (identifier.hasValue()) {
            var value = Criterion.escape(identifier.getValue());
            forms.add(new Criterion(name, value, "token identifier value"));
            forms.add(new Criterion(name, "|" + value, "token identifier |value"));
            if (identifier.hasSystem()) {
                var full = Criterion.escape(identifier.getSystem()) + "|" + value;
                forms.add(new Criterion(name, full, "token identifier"));
                forms.add(new Criterion(name + ":not", full, "token identifier :not"));
            }
            ofType(forms, name, identifier, value);
        }
        if (identifier.hasSystem()) {
            forms.add(new Criterion(name, Criterion.escape(identifier.getSystem()) + "|", "token identifier system|"));
        }
        return forms;
    }

    private static void ofType(List<Criterion> forms, String name, Identifier identifier, String value) {
        for (var type : identifier.getType().getCoding()) {
            if (type.hasSystem() && type.hasCode()) {
                var ofType = type.getSystem() + "|" + type.getCode() + "|" + value;
                forms.add(new Criterion(name + ":of-type", ofType, "token :of-type"));
                forms.add(new Criterion(name + ":of-type", ofType + "0", "token :of-type near miss"));
            }
        }
    }

    private static List<Criterion> primitive(String name, PrimitiveType<?> primitive) {
        var text = Criterion.escape(primitive.getValueAsString());
        return List.of(
                new Criterion(name, text, "token primitive"),
                new Criterion(name + ":not", text, "token primitive :not"),
                new Criterion(name, text + "x," + text, "token primitive or"));
    }

    private String start(String text) {
        var words = text.split(" ", -1);
        var whole = String.join(" ", List.of(words).subList(0, 1 + random.nextInt(words.length)));
        return random.nextBoolean() ? whole : whole.toUpperCase(Locale.ROOT);
    }

    private static String changedCase(String code) {
        var upper = code.toUpperCase(Locale.ROOT);
        return upper.equals(code) ? code.toLowerCase(Locale.ROOT) : upper;
    }
}
