package org.parvis.wishes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.Visitor;
import org.parvis.records.RecordDoor;
import org.parvis.records.RecordSheet;
import org.parvis.web.FormErrors;
import org.parvis.web.Pages;
import org.parvis.web.When;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** What a person, or a professional at their request, notes in the register of wishes. */
@Controller
class WishPages {

    private static final int LONGEST_TEXT = 20_000;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Pages pages;
    private final RecordDoor door;
    private final Wishes wishes;
    private final InstantSource clock;

    WishPages(Pages pages, RecordDoor door, Wishes wishes, InstantSource clock) {
        this.pages = pages;
        this.door = door;
        this.wishes = wishes;
        this.clock = clock;
    }

    @GetMapping("/dossier/{patient}/volontes/personne")
    View askWhom(Visitor visitor, @PathVariable String patient) {
        return noting(visitor, patient, (sheet, reader) -> askWhom(sheet, PersonForm.EMPTY, FormErrors.NONE));
    }

    @PostMapping("/dossier/{patient}/volontes/personne")
    View designate(
            Visitor visitor,
            @PathVariable String patient,
            @RequestParam("nom") String family,
            @RequestParam("prenom") String given,
            @RequestParam("lien") String link,
            @RequestParam("telephone") String phone,
            @RequestParam(name = "accord", defaultValue = "false") boolean agreed) {
        var form = new PersonForm(family, given, link, phone, agreed);
        return noting(visitor, patient, (sheet, reader) -> {
            var errors = form.errors(pages);
            if (!errors.isEmpty()) {
                return askWhom(sheet, form, errors);
            }
            wishes.designate(reader, patient, form);
            return back(patient);
        });
    }

    @GetMapping("/dossier/{patient}/volontes/directives")
    View askWhat(Visitor visitor, @PathVariable String patient) {
        return noting(visitor, patient, (sheet, reader) -> {
            var valid = wishes.of(reader, patient).valid().flatMap(Directives::text);
            return askWhat(sheet, valid.orElse(""), FormErrors.NONE);
        });
    }

    @PostMapping("/dossier/{patient}/volontes/directives")
    View write(Visitor visitor, @PathVariable String patient, @RequestParam("texte") String text) {
        var words = text.strip();
        return noting(visitor, patient, (sheet, reader) -> {
            if (words.isEmpty() || words.length() > LONGEST_TEXT) {
                return askWhat(sheet, words, error("texte", "wishes.directives.error.text", LONGEST_TEXT));
            }
            wishes.write(reader, patient, words);
            return back(patient);
        });
    }

    @PostMapping("/dossier/{patient}/volontes/directives/document")
    View attach(Visitor visitor, @PathVariable String patient, @RequestParam("fichier") MultipartFile file)
            throws IOException {
        var bytes = file.getBytes();
        return noting(visitor, patient, (sheet, reader) -> {
            if (!isPdf(bytes)) {
                return askWhat(sheet, "", error("fichier", "wishes.directives.error.file"));
            }
            wishes.attach(reader, patient, bytes);
            return back(patient);
        });
    }

    @PostMapping("/dossier/{patient}/volontes/dons")
    View saySpoken(Visitor visitor, @PathVariable String patient) {
        return noting(visitor, patient, (sheet, reader) -> {
            wishes.saySpoken(reader, patient);
            return back(patient);
        });
    }

    @PostMapping("/dossier/{patient}/volontes/{kind}/{wish}/{deed:retrait|reprise}")
    View change(
            Visitor visitor,
            @PathVariable String patient,
            @PathVariable("kind") String address,
            @PathVariable String wish,
            @PathVariable String deed) {
        return noting(visitor, patient, (sheet, reader) -> {
            Optional<Kind> kind = Kind.at(address);
            if (deed.equals("retrait")) {
                kind.ifPresent(known -> wishes.withdraw(reader, patient, known, wish));
            } else {
                kind.ifPresent(known -> wishes.resume(reader, patient, known, wish));
            }
            return back(patient);
        });
    }

    /** The record for whoever may note wishes in it; others are led to what they may read. */
    private View noting(Visitor visitor, String patient, RecordDoor.Shown page) {
        return door.open(
                visitor,
                patient,
                WishTab.NAME,
                (sheet, reader) ->
                        Scribe.mayNote(reader, sheet, When.at(clock.instant()).day())
                                ? page.in(sheet, reader)
                                : back(patient));
    }

    private View askWhom(RecordSheet sheet, PersonForm form, FormErrors errors) {
        return pages.show(status(errors), "wishes/person", Map.of("sheet", sheet, "form", form, "errors", errors));
    }

    private View askWhat(RecordSheet sheet, String text, FormErrors errors) {
        return pages.show(status(errors), "wishes/directives", Map.of("sheet", sheet, "text", text, "errors", errors));
    }

    private static HttpStatus status(FormErrors errors) {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private FormErrors error(String field, String words, Object... values) {
        return new FormErrors(Map.of(field, pages.say(words, values)));
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length > PDF.length && Arrays.equals(bytes, 0, PDF.length, PDF, 0, PDF.length);
    }

    private View back(String patient) {
        return pages.goTo(RecordSheet.address(patient) + "/" + WishTab.NAME);
    }
}
