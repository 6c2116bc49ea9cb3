package org.parvis.fhir.content;

import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** Which operation of a patch is at hand, as its author would recognise it: {@code Operation 2 (replace /name/0)}. */
record PatchLabel(String text) {

    private static final int LONGEST = 100;

    static PatchLabel of(int index, String type, String path) {
        String shortPath = path.length() <= LONGEST ? path : path.substring(0, LONGEST) + "…";
        return new PatchLabel("Operation " + index + " (" + type + " " + shortPath + ")");
    }

    /** The operation is not written as the format asks: 400. */
    Refusal malformed(String what) {
        return Refusal.invalid(text + " is refused: " + what + ".", null);
    }

    /** The operation cannot be done on this resource: 422 (R4 http.html#patch). */
    Refusal failed(String what) {
        return Refusal.unprocessable(IssueCode.PROCESSING, text + " failed: " + what + ".", null);
    }

    /** The operation would make the resource larger than a limit: 413. */
    Refusal tooLarge(String what) {
        return Refusal.tooLarge(text + " is refused: " + what + ".", null);
    }
}
