package org.parvis.authority.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.access.OperatorsOnly;
import org.parvis.authority.Declaration;
import org.parvis.authority.Software.Fault;
import org.parvis.authority.Software.Use;
import org.parvis.authority.SoftwareRegister;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where operators make software known and forget it. */
@Controller
@OperatorsOnly
class SoftwarePages {

    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final SoftwareRegister register;

    SoftwarePages(Pages pages, SoftwareRegister register) {
        this.pages = pages;
        this.register = register;
    }

    @Bean
    static MenuEntry softwareMenu() {
        return new MenuEntry(21, "/logiciels", "authority.menu", true);
    }

    @GetMapping("/logiciels")
    View list() {
        return page(Map.of(), Optional.empty());
    }

    @PostMapping("/logiciels")
    View declare(@RequestParam Map<String, String> typed, HttpServletResponse response) {
        var fault = register.declare(new Declaration(
                typed.getOrDefault("nom", ""),
                typed.getOrDefault("finess", ""),
                uses(typed),
                typed.getOrDefault("droits", ""),
                typed.getOrDefault("cles", ""),
                typed.getOrDefault("retours", ""),
                typed.getOrDefault("ouverture", "")));
        if (fault.isEmpty()) {
            return pages.goTo("/logiciels");
        }
        response.setStatus(UNPROCESSABLE);
        return page(typed, fault);
    }

    @PostMapping("/logiciels/{id}/fin")
    View forget(@PathVariable String id) {
        register.forget(id);
        return pages.goTo("/logiciels");
    }

    private static Set<Use> uses(Map<String, String> typed) {
        return Arrays.stream(Use.values())
                .filter(use -> typed.containsKey("usage-" + use.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private View page(Map<String, String> typed, Optional<Fault> fault) {
        return pages.show("authority/software", Map.of("software", register.all(), "typed", typed, "fault", fault));
    }
}
