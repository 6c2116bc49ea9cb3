package org.parvis.access.web;

import java.util.Map;
import org.parvis.access.Policies;
import org.parvis.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Who sees and writes what, by role family: the policy files, told in words. */
@Controller
class PolicyPages {

    private final Pages pages;
    private final Policies policies;

    PolicyPages(Pages pages, Policies policies) {
        this.pages = pages;
        this.policies = policies;
    }

    @GetMapping("/regles-d-acces")
    View list() {
        return pages.show("access/policies", Map.of("policies", policies.all()));
    }
}
