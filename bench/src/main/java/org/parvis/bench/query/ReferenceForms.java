package org.parvis.bench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;

/** The forms of R4 search.html#reference. */
final class ReferenceForms {
    private static final Pattern RELATIVE = Pattern.compile("([A-Z][A-Za-z]+)/([A-Za-z0-9\\-.]{1,64})(/_history/.*)?");

    List<Criterion> of(String code, IBase value) {
        return switch (value) {
            case Reference reference -> reference(code, reference);
            case CanonicalType canonical
            when canonical.hasValue() ->
                List.of(new Criterion(code, Criterion.escape(canonical.getValue()), "reference canonical"));
            case UriType uri
            when uri.hasValue() -> List.of(new Criterion(code, Criterion.escape(uri.getValue()), "reference uri"));
            default -> List.of();
        };
    }

    private static List<Criterion> reference(String name, Reference reference) {
        var forms = new ArrayList<Criterion>();
        if (reference.hasReference()) {
            literal(forms, name, reference.getReference());
        }
        if (reference.hasIdentifier() && reference.getIdentifier().hasValue()) {
            var identifier = Criterion.escape(
                            reference.getIdentifier().getSystem() == null
                                    ? ""
                                    : reference.getIdentifier().getSystem())
                    + "|"
                    + Criterion.escape(reference.getIdentifier().getValue());
            forms.add(new Criterion(name + ":identifier", identifier, "reference :identifier"));
        }
        return forms;
    }

    private static void literal(List<Criterion> forms, String name, String reference) {
        var relative = RELATIVE.matcher(reference);
        if (relative.matches()) {
            var type = relative.group(1);
            var id = relative.group(2);
            forms.add(new Criterion(name, type + "/" + id, "reference type/id"));
            forms.add(new Criterion(name, id, "reference id"));
            forms.add(new Criterion(name + ":" + type, id, "reference :Type"));
            forms.add(new Criterion(name, type + "/" + id + "x", "reference near miss"));
            forms.add(new Criterion(name, type + "/nobody," + type + "/" + id, "reference or"));
            return;
        }
        if (!reference.startsWith("#")) {
            forms.add(new Criterion(name, Criterion.escape(reference), "reference absolute"));
        }
    }
}
