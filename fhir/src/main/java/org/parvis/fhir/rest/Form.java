package org.parvis.fhir.rest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.content.SummaryMode;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/**
 * How a caller wants resources written.
 *
 * @param summary the part of each resource that is wanted
 * @param elements names of elements to keep; empty for all
 */
record Form(boolean xml, boolean pretty, Optional<SummaryMode> summary, Set<String> elements) {

    static final Form PLAIN = new Form(false, false, Optional.empty(), Set.of());

    /** Reads `_format`, `_pretty`, `_summary`, `_elements` and the Accept header (R4 http.html, 3.1.0.1.11). */
    static Form of(Call call) {
        boolean xml = call.parameter("_format")
                .map(format -> isXml(format, 400))
                .orElseGet(() -> acceptsXml(call.header("accept").orElse("")));
        Set<String> elements = new HashSet<>();
        call.parameter("_elements").ifPresent(names -> elements.addAll(Arrays.asList(names.split(",", -1))));
        return new Form(
                xml,
                call.parameter("_pretty").filter("true"::equals).isPresent(),
                call.parameter("_summary").flatMap(Form::summary),
                elements);
    }

    /** Whether stored bytes can be sent as they are. */
    boolean isAsStored() {
        return !xml && !pretty && summary.isEmpty() && elements.isEmpty();
    }

    String mediaType() {
        return (xml ? "application/fhir+xml" : "application/fhir+json") + ";charset=UTF-8";
    }

    /** The form of an answer that is no stored resource: whole. */
    Form whole() {
        return new Form(xml, pretty, Optional.empty(), Set.of());
    }

    private static Optional<SummaryMode> summary(String value) {
        return switch (value) {
            case "true" -> Optional.of(SummaryMode.TRUE);
            case "text" -> Optional.of(SummaryMode.TEXT);
            case "data" -> Optional.of(SummaryMode.DATA);
            case "false", "count" -> Optional.empty();
            default -> throw Refusal.invalid("_summary cannot be '%s'.".formatted(value), null);
        };
    }

    private static boolean acceptsXml(String accept) {
        for (String written : accept.split(",", -1)) {
            String type = written.split(";", 2)[0].trim();
            if (type.isEmpty() || type.equals("*/*") || type.startsWith("text/html") || type.equals("application/*")) {
                continue;
            }
            return isXml(type, 406);
        }
        return false;
    }

    private static boolean isXml(String format, int refusal) {
        return switch (format.split(";", 2)[0].trim().replace(' ', '+')) {
            case "xml", "text/xml", "application/xml", "application/fhir+xml", "application/xhtml+xml" -> true;
            case "json",
                    "text/json",
                    "application/json",
                    "application/fhir+json",
                    "application/json-patch+json",
                    "application/fhir+ndjson",
                    "application/ndjson",
                    "text/event-stream" -> false;
            default ->
                throw Refusal.of(
                        refusal,
                        IssueCode.NOT_SUPPORTED,
                        "'%s' cannot be written; ask for application/fhir+json or application/fhir+xml."
                                .formatted(format),
                        null);
        };
    }
}
