package org.parvis.records;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.index.Folding;
import org.parvis.web.Frame;
import org.parvis.web.ListAddress;
import org.parvis.web.When;

/**
 * A patient's documents, filtered and ordered as an address asks.
 *
 * @param all before any filter
 */
public record DocumentList(ListAddress address, List<Document> all) {

    public DocumentList {
        all = List.copyOf(all);
    }

    /** Those that the filters leave, in the order asked for; the latest first when none is. */
    public List<Document> shown() {
        var type = address.value("type");
        var words = Folding.fold(address.value("mots"));
        return all.stream()
                .filter(document -> type.isEmpty() || document.type().orElse("").equals(type))
                .filter(document -> Folding.fold(spoken(document)).contains(words))
                .sorted(order())
                .toList();
    }

    /** Whether the store holds more than could be listed. */
    public boolean isCut() {
        return all.size() >= DocumentResources.MOST;
    }

    /** The types that there are, for the filter. */
    public Map<String, String> types(Frame frame) {
        var types = new LinkedHashMap<String, String>();
        types.put("", frame.say("records.documents.types"));
        all.stream()
                .flatMap(document -> document.type().stream())
                .distinct()
                .sorted(Collator.getInstance(Locale.FRANCE))
                .forEach(type -> types.put(type, type));
        return types;
    }

    private static String spoken(Document document) {
        return document.name().orElse("") + " " + document.type().orElse("") + " "
                + document.author().orElse("");
    }

    private Comparator<Document> order() {
        var asked = address.value("tri");
        Comparator<Document> order = switch (asked.replace("-", "")) {
            case "titre" -> alphabetical(document -> document.name().orElse(""));
            case "type" -> alphabetical(document -> document.type().orElse(""));
            case "auteur" -> alphabetical(document -> document.author().orElse(""));
            default -> Comparator.comparing(DocumentList::when, Comparator.nullsFirst(Comparator.naturalOrder()));
        };
        return asked.isEmpty() || asked.startsWith("-") ? order.reversed() : order;
    }

    private static @Nullable When when(Document document) {
        return document.when().orElse(null);
    }

    private static Comparator<Document> alphabetical(Function<Document, String> words) {
        return Comparator.comparing(words, Collator.getInstance(Locale.FRANCE)::compare);
    }
}
