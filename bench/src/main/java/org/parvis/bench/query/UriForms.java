package org.parvis.bench.query;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.PrimitiveType;

/** The forms of R4 search.html#uri. */
final class UriForms {

    List<Criterion> of(String code, IBase value) {
        if (!(value instanceof PrimitiveType<?> primitive) || !primitive.hasValue()) {
            return List.of();
        }
        var uri = primitive.getValueAsString();
        var forms = new ArrayList<Criterion>();
        forms.add(new Criterion(code, Criterion.escape(uri), "uri exact"));
        forms.add(new Criterion(code, Criterion.escape(uri) + "x", "uri near miss"));
        var slash = uri.lastIndexOf('/');
        if (uri.startsWith("http") && slash > "https://".length()) {
            forms.add(new Criterion(code + ":below", Criterion.escape(uri.substring(0, slash)), "uri :below"));
            forms.add(new Criterion(code + ":below", Criterion.escape(uri), "uri :below itself"));
            forms.add(new Criterion(code + ":above", Criterion.escape(uri) + "/child", "uri :above"));
        }
        return forms;
    }
}
