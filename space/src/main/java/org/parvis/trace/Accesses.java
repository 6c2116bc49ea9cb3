package org.parvis.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parvis.fhir.rest.StoreClient;

/**
 * A stretch of the trace as its reader asked for it, the newest first.
 *
 * @param structures names by the logical ids of Organizations
 * @param next what the address of the next page ends with
 */
public record Accesses(List<Access> list, Map<String, String> structures, Optional<String> next) {

    private static final String PAGE = "_page=";
    private static final int AT_ONCE = 500;

    public Accesses {
        list = List.copyOf(list);
        structures = Map.copyOf(structures);
    }

    /** A search of AuditEvents, in the making. */
    public record Wish(Map<String, String> criteria) {

        static Wish between(LocalDate from, LocalDate until) {
            return new Wish(Map.of("date", "ge" + from + "&date=le" + until));
        }

        /** The same wish with this criterion, unless its value is empty. */
        Wish with(String name, String value) {
            if (value.isBlank()) {
                return this;
            }
            var more = new LinkedHashMap<>(criteria);
            more.put(name, URLEncoder.encode(value.strip(), UTF_8));
            return new Wish(more);
        }

        String address(int count) {
            return "AuditEvent?_count=" + count
                    + criteria.entrySet().stream()
                            .map(criterion -> "&" + criterion.getKey() + "=" + criterion.getValue())
                            .collect(Collectors.joining());
        }
    }

    static Accesses of(StoreClient store, Wish wish, int count) {
        var found = store.search(wish.address(count));
        var list = found.matches().stream().map(AccessResources::access).toList();
        return new Accesses(
                list,
                names(store, list),
                found.next().map(address -> address.substring(address.indexOf(PAGE) + PAGE.length())));
    }

    /** Tells every AuditEvent that is wished for, the newest first, however many there are. */
    static void tell(StoreClient store, Wish wish, Consumer<ObjectNode> listener) {
        Optional<String> address = Optional.of(wish.address(AT_ONCE));
        while (address.isPresent()) {
            var found = store.search(address.get());
            found.matches().forEach(listener);
            address = found.next();
        }
    }

    /** The name of the structure for which it was done. */
    public Optional<String> structure(Access access) {
        return access.structure().map(id -> structures.getOrDefault(id, id));
    }

    /** The same list without what this patient did themselves. */
    public Accesses byOthersThan(String patient) {
        return new Accesses(
                list.stream().filter(access -> !access.isBy(patient)).toList(), structures, next);
    }

    /** The days, each with its accesses. */
    public Map<LocalDate, List<Access>> days() {
        return list.stream()
                .collect(Collectors.groupingBy(access -> access.when().day(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, String> names(StoreClient store, List<Access> list) {
        Set<String> ids =
                list.stream().flatMap(access -> access.structure().stream()).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : names(store, ids);
    }

    /** The names of these Organizations, as far as they are there. */
    static Map<String, String> names(StoreClient store, Set<String> ids) {
        var names = new HashMap<String, String>();
        store.search("Organization?_count=%d&_id=%s".formatted(ids.size(), String.join(",", ids)))
                .matches()
                .forEach(organisation -> names.put(
                        organisation.path("id").asText(),
                        organisation.path("name").asText(organisation.path("id").asText())));
        return names;
    }
}
