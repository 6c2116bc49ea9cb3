package org.parvis.trace;

import java.util.Map;

/** What was done with somebody's data, as it is told to them. */
public enum Deed {
    READ,
    SEARCH,
    HISTORY,
    CREATE,
    CHANGE,
    DELETE,
    /** Much of a record at once. */
    WHOLE,
    LOGIN,
    LOGOUT,
    OTHER;

    private static final Map<String, Deed> BY_CODE = Map.ofEntries(
            Map.entry("read", READ),
            Map.entry("vread", READ),
            Map.entry("search", SEARCH),
            Map.entry("search-type", SEARCH),
            Map.entry("history", HISTORY),
            Map.entry("history-system", HISTORY),
            Map.entry("create", CREATE),
            Map.entry("update", CHANGE),
            Map.entry("patch", CHANGE),
            Map.entry("delete", DELETE),
            Map.entry("operation", WHOLE),
            Map.entry("110122", LOGIN),
            Map.entry("110123", LOGOUT));

    private static final Map<String, Deed> BY_ACTION =
            Map.of("C", CREATE, "R", READ, "U", CHANGE, "D", DELETE, "E", OTHER);

    /** The deed of an AuditEvent, by its subtype, or else by its action. */
    static Deed of(String subtype, String action) {
        Deed known = BY_CODE.get(subtype);
        return known != null ? known : BY_ACTION.getOrDefault(action, OTHER);
    }
}
