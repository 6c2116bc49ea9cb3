package org.parvis.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.parvis.RunningServer;

/**
 * What a browser made of a page.
 *
 * @param violations what axe finds against accessibility
 * @param foreign requests that went elsewhere than to this server
 * @param bytes what came over the network
 * @param overflow how many pixels the page is wider than the screen
 */
public record PageVisit(List<String> violations, List<String> foreign, int bytes, int overflow) {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static final String FIND_VIOLATIONS =
            "async () => (await axe.run()).violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target))";

    private static final String OVERFLOW = "() => document.documentElement.scrollWidth - window.innerWidth";

    private static final int FIRST_LOAD_BYTES = 150 * 1024;

    private static final Browser BROWSER = launch();

    /** What is wrong with the page, in words; nothing when it is as each page has to be. */
    public List<String> faults() {
        var faults = new ArrayList<>(violations);
        foreign.forEach(url -> faults.add("asks elsewhere: " + url));
        if (overflow > 0) {
            faults.add("wider than the screen by " + overflow);
        }
        if (bytes > FIRST_LOAD_BYTES) {
            faults.add("loads " + bytes + " bytes");
        }
        return faults;
    }

    private static Browser launch() {
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(options)
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        // It is to talk to this server only.
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Opens the page as seen with this look, and takes its picture. */
    public static PageVisit to(String path, Look look, String picture) {
        var requests = new ArrayList<Request>();
        try (var context = BROWSER.newContext(look.options());
                var page = context.newPage()) {
            page.onRequestFinished(requests::add);
            page.navigate(RunningServer.at(path).toString());
            shoot(page, look, picture);
            return of(page, List.copyOf(requests));
        }
    }

    /** Opens the page on a desk and does something there. */
    public static void acting(String path, Consumer<Page> deeds) {
        acting(RunningServer.at(path), deeds);
    }

    /** Opens a page of any server on a desk and does something there. */
    public static void acting(URI address, Consumer<Page> deeds) {
        try (var context = BROWSER.newContext(Look.DESK_LIGHT.options());
                var page = context.newPage()) {
            page.navigate(address.toString());
            deeds.accept(page);
        }
    }

    /** What is wrong with the page as it stands, in each look; takes its pictures. */
    @SuppressWarnings("unchecked")
    public static List<String> faults(Page page, String picture) {
        var faults = new ArrayList<String>();
        page.evaluate(axe());
        for (var look : Look.values()) {
            look.show(page);
            shoot(page, look, picture);
            faults.addAll((List<String>) page.evaluate(FIND_VIOLATIONS));
            if ((int) page.evaluate(OVERFLOW) > 0) {
                faults.add("wider than the screen: " + look);
            }
        }
        Look.DESK_LIGHT.show(page);
        return faults;
    }

    private static void shoot(Page page, Look look, String picture) {
        page.evaluate("() => document.fonts.ready.then(() => null)");
        var file = "%s-%s.png"
                .formatted(picture, look.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
    }

    @SuppressWarnings("unchecked")
    private static PageVisit of(Page page, List<Request> requests) {
        int overflow = (int) page.evaluate(OVERFLOW);
        int bytes = requests.stream()
                .mapToInt(request -> request.sizes().responseBodySize + request.sizes().responseHeadersSize)
                .sum();
        var foreign = requests.stream()
                .map(Request::url)
                .filter(url -> !url.startsWith(RunningServer.at("/").toString()))
                .toList();
        page.evaluate(axe());
        return new PageVisit((List<String>) page.evaluate(FIND_VIOLATIONS), foreign, bytes, overflow);
    }

    private static String axe() {
        try {
            return Files.readString(Path.of("node_modules", "axe-core", "axe.min.js"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
