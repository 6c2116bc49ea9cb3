package org.parvis.certificates.web;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.parvis.access.OperatorsOnly;
import org.parvis.certificates.Certificates;
import org.parvis.certificates.Certificates.Answer;
import org.parvis.certificates.Declared.Use;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where operators declare certificates, see which end soon, and withdraw them. */
@Controller
@OperatorsOnly
class CertificatePages {

    private final Pages pages;
    private final Certificates certificates;
    private final InstantSource clock;

    CertificatePages(Pages pages, Certificates certificates, InstantSource clock) {
        this.pages = pages;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Bean
    static MenuEntry certificatesMenu() {
        return new MenuEntry(22, "/certificats", "certificates.menu", true);
    }

    @GetMapping("/certificats")
    View list() {
        return page(HttpStatus.OK, Map.of(), Answer.DONE);
    }

    @PostMapping("/certificats")
    View declare(@RequestParam Map<String, String> typed) {
        var answer = certificates.declare(
                typed.getOrDefault("finess", "").strip(),
                "passerelle".equals(typed.get("usage")) ? Use.GATEWAY : Use.SOFTWARE,
                typed.getOrDefault("nom", "").strip(),
                typed.getOrDefault("certificat", ""),
                typed.containsKey("renouvellement"));
        return answer == Answer.DONE
                ? pages.goTo("/certificats")
                : page(HttpStatus.UNPROCESSABLE_CONTENT, typed, answer);
    }

    @PostMapping("/certificats/{id}/fin")
    View withdraw(@PathVariable UUID id) {
        certificates.withdraw(id);
        return pages.goTo("/certificats");
    }

    private View page(HttpStatus status, Map<String, String> typed, Answer answer) {
        return pages.show(
                status,
                "certificates/certificates",
                Map.of("certificates", certificates.all(), "typed", typed, "answer", answer, "now", clock.instant()));
    }
}
