package org.parvis.federation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parvis.access.OperatorsOnly;
import org.parvis.access.ReturnAddress;
import org.parvis.federation.Directories;
import org.parvis.federation.Directories.Declared;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where staff choose their establishment, and operators declare which ones vouch for their staff. */
@Controller
class DirectoryPages {

    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Directories directories;

    DirectoryPages(Pages pages, Directories directories) {
        this.pages = pages;
        this.directories = directories;
    }

    @Bean
    static MenuEntry directoriesMenu() {
        return new MenuEntry(20, "/annuaires", "federation.directories.menu", true);
    }

    @GetMapping("/connexion/etablissement")
    View choose(@RequestParam(name = "suite", required = false) @Nullable String next) {
        return pages.show(
                "federation/establishments",
                Map.of(
                        "directories",
                        directories.all(),
                        "destination",
                        ReturnAddress.of(next).path()));
    }

    @OperatorsOnly
    @GetMapping("/annuaires")
    View list() {
        return page(DirectoryForm.EMPTY, Declared.DONE);
    }

    @OperatorsOnly
    @PostMapping("/annuaires")
    View declare(@RequestParam Map<String, String> fields, HttpServletResponse response) {
        var form = DirectoryForm.of(fields);
        var declared = directories.declare(
                form.structure(), form.issuer(), form.clientId(), form.clientSecret(), form.claim(), form.families());
        if (declared == Declared.DONE) {
            return pages.goTo("/annuaires");
        }
        response.setStatus(UNPROCESSABLE);
        return page(form, declared);
    }

    @OperatorsOnly
    @PostMapping("/annuaires/{key}/fin")
    View forget(@PathVariable String key) {
        directories.forget(key);
        return pages.goTo("/annuaires");
    }

    private View page(DirectoryForm form, Declared declared) {
        return pages.show(
                "federation/directories", Map.of("directories", directories.all(), "form", form, "declared", declared));
    }
}
