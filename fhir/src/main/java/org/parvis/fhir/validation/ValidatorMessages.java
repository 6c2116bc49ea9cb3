package org.parvis.fhir.validation;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Severity;

/** What HL7's validator says, in the words of FHIR's issues. */
final class ValidatorMessages {

    private static final Map<String, IssueCode> CODES =
            Stream.of(IssueCode.values()).collect(Collectors.toUnmodifiableMap(IssueCode::code, Function.identity()));
    // The validator names the resource of an entry in a comment: Bundle.entry[0].resource/*Patient/1*/.name
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/");

    private static final String UNDECIDED = "SLICING_CANNOT_BE_EVALUATED";

    private ValidatorMessages() {}

    static Optional<Issue> issue(ValidationMessage message) {
        return severity(message)
                .map(severity -> new Issue(
                        severity,
                        CODES.getOrDefault(message.getType().toCode(), IssueCode.PROCESSING),
                        message.getMessage(),
                        COMMENT.matcher(message.getLocation()).replaceAll("")));
    }

    private static Optional<Severity> severity(ValidationMessage message) {
        return switch (message.getLevel()) {
            case FATAL -> Optional.of(Severity.FATAL);
            // A definition that this server lacks is no fault of the resource.
            case ERROR -> Optional.of(UNDECIDED.equals(message.getMessageId()) ? Severity.WARNING : Severity.ERROR);
            case WARNING -> Optional.of(Severity.WARNING);
            case INFORMATION -> Optional.of(Severity.INFORMATION);
            case NULL -> Optional.empty();
        };
    }
}
