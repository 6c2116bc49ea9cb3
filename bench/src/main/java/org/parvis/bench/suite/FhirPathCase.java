package org.parvis.bench.suite;

import java.util.List;
import java.util.Optional;
import org.parvis.bench.corpus.Json;
import org.w3c.dom.Element;

/**
 * One case of HL7's FHIRPath suite as the search parameter that its expression would make.
 *
 * @param code its code as a search parameter, of its own
 * @param input the file that it is asked of
 */
record FhirPathCase(
        String name, String code, String expression, String input, boolean predicate, List<Output> outputs) {

    /** One value that the expression gives, with its type where the suite says it. */
    record Output(String type, String text) {

        /** The kind of parameter by which it is found; empty when search has none. */
        Optional<String> kind() {
            return switch (type) {
                case "boolean", "code", "id" -> Optional.of("token");
                case "string" -> Optional.of("string");
                case "date", "dateTime" -> Optional.of("date");
                case "integer", "decimal" -> Optional.of("number");
                case "" -> Optional.of(untyped()).filter(kind -> !kind.isEmpty());
                default -> Optional.empty();
            };
        }

        /** The value as it is written in a search. */
        String searched() {
            return text.replaceFirst("^@", "").replaceAll("([,|$\\\\])", "\\\\$1");
        }

        private String untyped() {
            if (text.matches("-?\\d+(\\.\\d+)?")) {
                return "number";
            }
            return text.matches("@\\d.*") ? "date" : text.matches("true|false") ? "token" : "";
        }
    }

    static FhirPathCase of(Element test, int at) {
        var expression = (Element) test.getElementsByTagName("expression").item(0);
        return new FhirPathCase(
                test.getAttribute("name"),
                "fhirpath-" + at,
                expression.getTextContent().strip(),
                test.getAttribute("inputfile"),
                test.getAttribute("predicate").equals("true"),
                SuiteFiles.elements(test.getElementsByTagName("output"))
                        .map(output -> new Output(output.getAttribute("type"), output.getTextContent()))
                        .toList());
    }

    /** Whether a search can tell all that the case asks. */
    boolean isSearchable() {
        return !input.isEmpty()
                && !predicate
                && outputs.stream().map(Output::kind).distinct().allMatch(Optional::isPresent);
    }

    /** The kind of its values; those that have none are looked for as tokens. */
    String kind() {
        return outputs.stream().findFirst().flatMap(Output::kind).orElse("token");
    }

    /** The search parameter, of resources of this type. */
    byte[] parameterOf(String type) {
        var parameter = Json.object()
                .put("resourceType", "SearchParameter")
                .put("id", code)
                .put("url", "urn:parvis:bench:" + code)
                .put("name", "Bench")
                .put("status", "active")
                .put("description", name)
                .put("code", code)
                .put("type", kind())
                .put("expression", expression);
        parameter.putArray("base").add(type);
        return Json.write(parameter);
    }
}
