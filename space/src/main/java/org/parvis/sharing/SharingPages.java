package org.parvis.sharing;

import org.parvis.access.Titles;
import org.parvis.access.Visitor;
import org.parvis.records.RecordSheet;
import org.parvis.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What a patient sends from the page of their choices. The store lets only those choose whose record it is. */
@Controller
class SharingPages {

    private final Pages pages;
    private final Choices choices;
    private final Titles titles;

    SharingPages(Pages pages, Choices choices, Titles titles) {
        this.pages = pages;
        this.choices = choices;
        this.titles = titles;
    }

    @PostMapping("/dossier/{patient}/partage/accord")
    View decide(Visitor visitor, @PathVariable String patient, @RequestParam("partage") boolean agrees) {
        if (Choices.mayNote(visitor)) {
            choices.note(visitor, patient, agrees);
        } else {
            choices.decide(visitor, patient, agrees);
        }
        return back(patient);
    }

    @PostMapping("/dossier/{patient}/partage/refus")
    View refuse(Visitor visitor, @PathVariable String patient, @RequestParam("envers") String reference) {
        // Only those who see the record now can be named: nobody is looked up here.
        titles.of(patient).stream()
                .filter(title -> title.holder().equals(reference))
                .findFirst()
                .ifPresent(title -> choices.refuse(visitor, patient, title.holder(), title.name()));
        return back(patient);
    }

    @PostMapping("/dossier/{patient}/partage/masque")
    View hide(Visitor visitor, @PathVariable String patient, @RequestParam("document") String document) {
        choices.hide(visitor, patient, document);
        return back(patient);
    }

    @PostMapping("/dossier/{patient}/partage/{choice}/retrait")
    View withdraw(Visitor visitor, @PathVariable String patient, @PathVariable String choice) {
        choices.withdraw(visitor, patient, choice);
        return back(patient);
    }

    private View back(String patient) {
        return pages.goTo(RecordSheet.address(patient) + "/" + SharingTab.NAME);
    }
}
