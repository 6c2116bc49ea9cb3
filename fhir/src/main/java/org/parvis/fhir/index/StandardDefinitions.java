package org.parvis.fhir.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the search parameters that R4 itself defines, as a stream: a tree of that 1.8 MB file would cost start-up time. */
final class StandardDefinitions {

    private static final String FILE = "/org/hl7/fhir/r4/model/sp/search-parameters.json";

    /** R4 has a Binary stand under what its securityContext names (binary.html), and no parameter that says so. */
    private static final Definition BINARY_PATIENT = new Definition(
            "urn:parvis:SearchParameter:Binary-patient",
            "patient",
            List.of("Binary"),
            ParamKind.REFERENCE,
            "Binary.securityContext.where(resolve() is Patient)",
            Set.of("Patient"),
            List.of());

    private final JsonParser json;
    private final List<Definition> definitions = new ArrayList<>(1400);

    private StandardDefinitions(JsonParser json) {
        this.json = json;
    }

    static List<Definition> read() {
        try (InputStream bytes = Objects.requireNonNull(
                        StandardDefinitions.class.getResourceAsStream(FILE), FILE + " is missing");
                JsonParser json = new JsonFactory().createParser(bytes)) {
            var reader = new StandardDefinitions(json);
            reader.readAll();
            reader.definitions.add(BINARY_PATIENT);
            return reader.definitions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll() throws IOException {
        while (json.nextToken() != null) {
            if (json.currentToken() == JsonToken.FIELD_NAME && "resource".equals(json.currentName())) {
                json.nextToken();
                readOne();
            }
        }
    }

    private void readOne() throws IOException {
        var url = "";
        var code = "";
        var expression = "";
        var kind = ParamKind.SPECIAL;
        List<String> bases = List.of();
        Set<String> targets = Set.of();
        List<Definition.Half> components = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "url" -> url = json.getText();
                case "code" -> code = json.getText();
                case "expression" -> expression = json.getText();
                case "type" -> kind = ParamKind.of(json.getText()).orElseThrow();
                case "base" -> bases = List.copyOf(strings());
                case "target" -> targets = strings();
                case "component" -> components = components();
                default -> json.skipChildren();
            }
        }
        definitions.add(new Definition(url, code, bases, kind, expression, targets, components));
    }

    private Set<String> strings() throws IOException {
        Set<String> strings = new LinkedHashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            strings.add(json.getText());
        }
        return strings;
    }

    private List<Definition.Half> components() throws IOException {
        List<Definition.Half> components = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var url = "";
            var expression = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isUrl = "definition".equals(json.currentName());
                var text = json.nextTextValue();
                url = isUrl ? text : url;
                expression = isUrl ? expression : text;
            }
            components.add(new Definition.Half(url, expression));
        }
        return components;
    }
}
