package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a request comes from, as a person can recognise it.
 *
 * @param address the network address
 * @param browser such as "Firefox, Linux"; what a program says of itself when it is no browser
 */
public record Origin(String address, String browser) {

    private static final int LONGEST = 80;

    // In this order: browsers also name those they resemble.
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS", "macOS"),
            Map.entry("Linux", "Linux"));

    public static Origin of(HttpServletRequest request) {
        return new Origin(
                request.getRemoteAddr(), browser(Objects.requireNonNullElse(request.getHeader("User-Agent"), "")));
    }

    private static String browser(String agent) {
        var browser = named(BROWSERS, agent);
        var system = named(SYSTEMS, agent);
        if (browser.isEmpty() || system.isEmpty()) {
            return agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
        }
        return browser + ", " + system;
    }

    private static String named(List<Map.Entry<String, String>> names, String agent) {
        return names.stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
