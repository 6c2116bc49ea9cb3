package org.parvis.portal;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parvis.fhir.index.Folding;
import org.parvis.web.Frame;
import org.parvis.web.ListAddress;

/**
 * The catalogue, filtered and ordered as an address asks.
 *
 * @param all before any filter
 */
public record ServiceList(ListAddress address, List<Service> all) {

    public ServiceList {
        all = List.copyOf(all);
    }

    public List<Service> shown() {
        var words = Folding.fold(address.value("mots"));
        return all.stream()
                .filter(service -> isAnyOr(address.value("origine"), service.origin()))
                .filter(service -> isAnyOr(address.value("statut"), service.status()))
                .filter(service -> address.value("public").isEmpty()
                        || service.audience().stream()
                                .anyMatch(audience -> audience.name().equals(address.value("public"))))
                .filter(service -> Folding.fold(service.name() + " " + service.text() + " " + service.owner())
                        .contains(words))
                .sorted(order())
                .toList();
    }

    /** How many services there are of this origin for this audience, whatever the filters. */
    public long count(Service.Origin origin, Service.Audience audience) {
        return all.stream()
                .filter(service ->
                        service.origin() == origin && service.audience().contains(audience))
                .count();
    }

    /** How many services there are of this origin, whatever the filters. */
    public long count(Service.Origin origin) {
        return all.stream().filter(service -> service.origin() == origin).count();
    }

    /** What a filter by one of these offers: any, or one of them. */
    public static Map<String, String> choices(Frame frame, Enum<?>[] values) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", frame.say("portal.services.any"));
        for (var value : values) {
            choices.put(value.name(), frame.say("portal.services." + value.name()));
        }
        return choices;
    }

    private Comparator<Service> order() {
        Comparator<String> alphabet = Collator.getInstance(Locale.FRANCE)::compare;
        Comparator<Service> order = switch (address.value("tri").replace("-", "")) {
            case "qui" -> Comparator.comparing(Service::owner, alphabet);
            case "origine" -> Comparator.comparing(Service::origin);
            case "statut" -> Comparator.comparing(Service::status);
            default -> Comparator.comparing(Service::name, alphabet);
        };
        return address.value("tri").startsWith("-") ? order.reversed() : order;
    }

    private static boolean isAnyOr(String asked, Enum<?> value) {
        return asked.isEmpty() || asked.equals(value.name());
    }
}
