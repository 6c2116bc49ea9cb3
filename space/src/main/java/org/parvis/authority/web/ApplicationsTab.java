package org.parvis.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.parvis.access.ServerAddress;
import org.parvis.access.SessionCookie;
import org.parvis.access.Visitor;
import org.parvis.authority.Launches;
import org.parvis.authority.Software;
import org.parvis.authority.SoftwareRegister;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.records.RecordSheet;
import org.parvis.records.RecordTab;
import org.parvis.web.Framing;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The applications that a record opens on its patient. */
@Controller
class ApplicationsTab implements RecordTab {

    private static final int BEFORE_SHARING = 70;

    private final Pages pages;
    private final SoftwareRegister register;
    private final Launches launches;
    private final FhirEndpoint store;
    private final SessionCookie cookie;
    private final ServerAddress address;

    ApplicationsTab(
            Pages pages,
            SoftwareRegister register,
            Launches launches,
            FhirEndpoint store,
            SessionCookie cookie,
            ServerAddress address) {
        this.pages = pages;
        this.register = register;
        this.launches = launches;
        this.store = store;
        this.cookie = cookie;
        this.address = address;
    }

    @Override
    public int order() {
        return BEFORE_SHARING;
    }

    @Override
    public String name() {
        return "applications";
    }

    @Override
    public String words() {
        return "authority.tab";
    }

    @Override
    public boolean isFor(Visitor visitor) {
        // Nothing may act for whoever only their network vouches for.
        return !visitor.bound() && !offered(visitor).isEmpty();
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        var offered = offered(visitor);
        return pages.show(
                "authority/applications",
                Map.of("sheet", sheet, "applications", offered),
                Framing.leadingTo(offered.stream().map(Software::launchSite).toList()));
    }

    @PostMapping("/dossier/{patient}/applications/{software}")
    View open(
            Visitor visitor, @PathVariable String patient, @PathVariable String software, HttpServletRequest request) {
        var application = offered(visitor).stream()
                .filter(one -> one.id().equals(software))
                .findFirst()
                .orElseThrow(ApplicationsTab::missing);
        if (visitor.at(store).read("Patient", patient).isEmpty()) {
            throw missing();
        }
        var session = cookie.session(request).orElseThrow(() -> new ErrorResponseException(HttpStatus.FORBIDDEN));
        return pages.goTo(launches.open(application, session.account(), patient, address.of(request)));
    }

    private List<Software> offered(Visitor visitor) {
        return register.launchable().stream()
                .filter(software -> software.servesIn(visitor.position()))
                .toList();
    }

    private static ErrorResponseException missing() {
        return new ErrorResponseException(HttpStatus.NOT_FOUND);
    }
}
