package org.parvis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Where `parvis.production` says that the people are real, nothing starts that is for demonstrations or tests. */
final class Production implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final List<String> SIMULATIONS =
            List.of("parvis.simulation.pro-sante-connect", "parvis.simulation.france-connect");
    private static final List<String> PROVIDERS =
            List.of("parvis.federation.pro-sante-connect.issuer", "parvis.federation.citizens.issuer");

    @Override
    public void initialize(GenericApplicationContext context) {
        var objections = objections(Binder.get(context.getEnvironment()));
        if (!objections.isEmpty()) {
            throw new IllegalStateException("In production (parvis.production=true), %s".formatted(objections));
        }
    }

    /** What speaks against a start with these settings; nothing outside production. */
    static List<String> objections(Binder settings) {
        var objections = new ArrayList<String>();
        if (!holds(settings, "parvis.production", "true"::equals)) {
            return objections;
        }
        SIMULATIONS.stream()
                .filter(name -> holds(settings, name, _ -> true))
                .forEach(name -> objections.add(name + " lets anybody in as anybody"));
        PROVIDERS.stream()
                .filter(name -> holds(settings, name, issuer -> !issuer.startsWith("https://")))
                .forEach(name -> objections.add(name + " is reached without TLS"));
        if (holds(settings, "parvis.access.trusted-loopback", "true"::equals)) {
            objections.add("parvis.access.trusted-loopback lets programs in that prove nothing");
        }
        if (!holds(settings, "parvis.access.address", address -> address.startsWith("https://"))) {
            objections.add("parvis.access.address has to be the https address by which people come");
        }
        if (holds(settings, "parvis.mail.host", _ -> true)
                && holds(settings, "parvis.mail.start-tls", "false"::equals)) {
            objections.add("parvis.mail.start-tls=false sends codes and links unprotected");
        }
        return objections;
    }

    private static boolean holds(Binder settings, String name, Predicate<String> wanted) {
        return settings.bind(name, String.class).map(wanted::test).orElse(false);
    }
}
