package org.parvis.records;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.Csv;
import org.parvis.web.ListAddress;
import org.parvis.web.Pages;
import org.parvis.web.When;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** The patient's documents, as a list that can be filtered, ordered and taken along. */
@Component
class DocumentsTab implements RecordTab {

    private final Pages pages;
    private final FhirEndpoint endpoint;

    DocumentsTab(Pages pages, FhirEndpoint endpoint) {
        this.pages = pages;
        this.endpoint = endpoint;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public String words() {
        return "records.documents";
    }

    @Override
    public Set<String> needs() {
        return Set.of("DocumentReference");
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        var all = DocumentResources.of(visitor.at(endpoint), sheet.patient());
        var list = new DocumentList(new ListAddress(sheet.here(), parameters), all);
        return list.address().isCsv()
                ? csv(list)
                : pages.show("records/documents", Map.of("sheet", sheet, "list", list));
    }

    private static View csv(DocumentList list) {
        var rows = list.shown().stream()
                .map(document -> List.of(
                        document.when().map(When::figures).orElse(""),
                        document.name().orElse(""),
                        document.type().orElse(""),
                        document.author().orElse(""),
                        document.state().name(),
                        document.format()))
                .toList();
        return new Csv("documents", List.of("Date", "Titre", "Type", "Auteur", "État", "Format"), rows).view();
    }
}
