package org.parvis.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Shows templates: a whole page, or the fragment of it that htmx asked for. */
@Component
public class Pages {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Words words = new Words();
    private final List<MenuEntry> menu;
    private final Assets assets;
    private final Guests guests;
    private final List<WayBack> waysBack;
    private final InstantSource clock;

    Pages(List<MenuEntry> menu, Assets assets, Guests guests, List<WayBack> waysBack, InstantSource clock) {
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.assets = assets;
        this.guests = guests;
        this.waysBack = List.copyOf(waysBack);
        this.clock = clock;
    }

    /**
     * Shows the template of this name, such as {@code portal/home}.
     *
     * @param parameters what the template declares, beside its frame
     */
    public View show(String template, Map<String, ?> parameters) {
        return show(template, parameters, Framing.NONE);
    }

    /** Shows the template of this name, which may stand in other sites' pages or hold them. */
    public View show(String template, Map<String, ?> parameters, Framing framing) {
        return (model, request, response) -> send(template, parameters, framing, request, response);
    }

    /** Shows the template of this name under a status that is not 200. */
    public View show(HttpStatus status, String template, Map<String, ?> parameters) {
        return (model, request, response) -> {
            response.setStatus(status.value());
            send(template, parameters, Framing.NONE, request, response);
        };
    }

    /** Sends the browser to another page of this server, which it asks for anew: a form is not sent twice. */
    public View goTo(String path) {
        return (model, request, response) -> {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path);
        };
    }

    /** The French text of this key, for what is not a page. */
    public String say(String key, Object... values) {
        return words.of(key, values);
    }

    private Frame frame(HttpServletRequest request) {
        var server = "%s://%s".formatted(request.getScheme(), request.getHeader("Host"));
        var back = waysBack.stream().flatMap(way -> way.of(request).stream()).findFirst();
        var place = new Frame.Location(server, request.getRequestURI(), assets.address(), back);
        return new Frame(words, menu, place, guests.of(request), formToken(request), clock.instant());
    }

    private static Supplier<String> formToken(HttpServletRequest request) {
        return () -> ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }

    private void send(
            String template,
            Map<String, ?> parameters,
            Framing framing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var all = new HashMap<String, Object>(parameters);
        all.put("frame", frame(request));
        var html = new Utf8ByteOutput();
        templates.render(template + ".jte", all, html);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", framing.policy());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }
}
