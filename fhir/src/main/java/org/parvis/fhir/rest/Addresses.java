package org.parvis.fhir.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.store.Version;

/** Writes addresses of this server. */
final class Addresses {

    private Addresses() {}

    /** The address of this call, at another page when one is given. */
    static String of(Call call, @Nullable String page) {
        return of(call, call.parameters(), page);
    }

    /** The address of this call with only these parameters. */
    static String of(Call call, List<Parameter> parameters, @Nullable String page) {
        var pairs = new ArrayList<String>();
        for (Parameter parameter : parameters) {
            if (page == null || !parameter.name().equals("_page")) {
                pairs.add(encoded(parameter.name()) + "=" + encoded(parameter.value()));
            }
        }
        if (page != null) {
            pairs.add("_page=" + encoded(page));
        }
        var path = new ArrayList<>(call.segments());
        path.remove("_search");
        String address = path.isEmpty() ? call.base() : call.base() + "/" + String.join("/", path);
        return pairs.isEmpty() ? address : address + "?" + String.join("&", pairs);
    }

    /** The address of a version. */
    static String of(String base, Version version) {
        return base + "/" + version.key() + "/_history/" + version.number();
    }

    // Colons, commas and bars are frequent in searches and may stand as they are (RFC 3986, query).
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%2F", "/");
    }
}
