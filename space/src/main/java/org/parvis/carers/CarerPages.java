package org.parvis.carers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.parvis.access.Relatives;
import org.parvis.access.ServerAddress;
import org.parvis.access.Visitor;
import org.parvis.mail.Letter;
import org.parvis.mail.LetterBox;
import org.parvis.records.RecordDoor;
import org.parvis.records.RecordSheet;
import org.parvis.web.FormErrors;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where a patient invites somebody to stand by them, lets it last and ends it. */
@Controller
class CarerPages {

    private final Pages pages;
    private final RecordDoor door;
    private final Carers carers;
    private final LetterBox letters;
    private final ServerAddress address;

    CarerPages(Pages pages, RecordDoor door, Carers carers, LetterBox letters, ServerAddress address) {
        this.pages = pages;
        this.door = door;
        this.carers = carers;
        this.letters = letters;
        this.address = address;
    }

    @GetMapping("/dossier/{patient}/proches/invitation")
    View ask(Visitor visitor, @PathVariable String patient) {
        return own(visitor, patient, (sheet, _) -> ask(sheet, CarerForm.empty(carers.today()), FormErrors.NONE));
    }

    @PostMapping("/dossier/{patient}/proches/invitation")
    View invite(
            Visitor visitor,
            @PathVariable String patient,
            @RequestParam("prenom") String given,
            @RequestParam("nom") String family,
            @RequestParam("lien") String link,
            @RequestParam("courriel") String mail,
            @RequestParam("etendue") String share,
            @RequestParam("fin") String until,
            HttpServletRequest request) {
        var form = new CarerForm(given, family, link, mail, share, until);
        return own(visitor, patient, (sheet, reader) -> {
            var errors = form.errors(pages, carers.today());
            if (!errors.isEmpty()) {
                return ask(sheet, form, errors);
            }
            var secret = carers.invite(reader, patient, form);
            var invitation = address.of(request) + "/invitation/" + secret.text();
            boolean posted = letters.isOpen() && letters.post(letter(reader, form, invitation));
            return pages.show(
                    "carers/invited",
                    Map.of(
                            "sheet",
                            sheet,
                            "name",
                            form.name(),
                            "mail",
                            form.mail(),
                            "posted",
                            posted,
                            "link",
                            invitation));
        });
    }

    @PostMapping("/dossier/{patient}/proches/{delegation}/prolongation")
    View renew(
            Visitor visitor,
            @PathVariable String patient,
            @PathVariable String delegation,
            @RequestParam("fin") String until) {
        return own(visitor, patient, (sheet, reader) -> {
            CarerForm.lastDay(until, carers.today()).ifPresent(day -> carers.renew(reader, patient, delegation, day));
            return back(patient);
        });
    }

    @PostMapping("/dossier/{patient}/proches/{delegation}/retrait")
    View revoke(Visitor visitor, @PathVariable String patient, @PathVariable String delegation) {
        return own(visitor, patient, (sheet, reader) -> {
            carers.revoke(reader, patient, delegation);
            return back(patient);
        });
    }

    /** The record for whose it is; others are led to what they may read. */
    private View own(Visitor visitor, String patient, RecordDoor.Shown page) {
        return door.open(
                visitor,
                patient,
                CarersTab.NAME,
                (sheet, reader) -> CarersTab.isOwn(reader, sheet) ? page.in(sheet, reader) : back(patient));
    }

    private View ask(RecordSheet sheet, CarerForm form, FormErrors errors) {
        return pages.show(
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "carers/invite",
                Map.of("sheet", sheet, "form", form, "errors", errors));
    }

    private Letter letter(Visitor patient, CarerForm form, String link) {
        return new Letter(
                form.mail(),
                pages.say("carers.mail.subject", patient.name()),
                pages.say("carers.mail.text", form.given(), patient.name(), link, Relatives.TO_ACCEPT.toDays()));
    }

    private View back(String patient) {
        return pages.goTo(RecordSheet.address(patient) + "/" + CarersTab.NAME);
    }
}
