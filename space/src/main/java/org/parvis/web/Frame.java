package org.parvis.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What every template is given: the words, the menu, where it is in it, and the time. */
public final class Frame {

    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;

    private static final Duration RECENT = Duration.ofDays(30);

    private final Words words;
    private final List<MenuEntry> menu;
    private final Location place;
    private final Optional<Guest> guest;
    private final Supplier<String> formToken;
    private final Instant now;

    Frame(
            Words words,
            List<MenuEntry> menu,
            Location place,
            Optional<Guest> guest,
            Supplier<String> formToken,
            Instant now) {
        this.words = words;
        this.menu = menu;
        this.place = place;
        this.guest = guest;
        this.formToken = formToken;
        this.now = now;
    }

    /**
     * Where a page is.
     *
     * @param server the address under which its reader reaches this server
     * @param here the path of the page
     * @param assets the folder of style and scripts, with a slash at its end
     * @param back where its reader came from, when they want to go back there
     */
    record Location(String server, String here, String assets, Optional<WayBack.Back> back) {}

    /** The French text of this key, with its numbered places filled. */
    public String say(String key, Object... values) {
        return words.of(key, values);
    }

    /** What the menu offers this reader: nothing before they are in. */
    public List<MenuEntry> menu() {
        return menu.stream()
                .filter(entry -> guest.filter(known -> known.operates() || !entry.forOperators())
                        .isPresent())
                .toList();
    }

    /** The letter that leads to each place of the menu, after g. */
    public Map<MenuEntry, String> shortcuts() {
        return Shortcuts.of(menu(), entry -> words.of(entry.words()));
    }

    /** Who reads the page; empty before they are in. */
    public Optional<Guest> guest() {
        return guest;
    }

    /** Where outside its reader came from, and is led back to. */
    public Optional<WayBack.Back> back() {
        return place.back();
    }

    /** What a form shows to prove that it comes from a page of this server; {@code web/form.jte} puts it in. */
    public String formToken() {
        return formToken.get();
    }

    /** Under which address the reader reaches this server, such as {@code http://localhost:8080}. */
    public String server() {
        return place.server();
    }

    /** The path of the page being read. */
    public String here() {
        return place.here();
    }

    /** Whether this entry is the page being read. */
    public boolean isHere(MenuEntry entry) {
        return entry.address().equals(place.here());
    }

    /** The address of a file of {@code src/main/assets}. */
    public String asset(String name) {
        return place.assets() + name;
    }

    /** How long ago something happened, or how soon it will. */
    public Age age(Instant at) {
        return Age.between(at, now);
    }

    /** How much time is left until this is due. */
    public Clock clock(Instant due) {
        return Clock.between(now, due);
    }

    /** Whether this was so lately that its age says more than its date. */
    public boolean isRecent(When when) {
        return Duration.between(when.start(), now).compareTo(RECENT) < 0;
    }

    /** The day, here. */
    public LocalDate today() {
        return When.at(now).day();
    }

    /** A measured value, such as "7,2". */
    public String number(double value) {
        return say("web.number", value);
    }

    /** A size, such as "12,4 Mo". */
    public String size(long bytes) {
        if (bytes < KILO) {
            return say("web.size.bytes", bytes);
        }
        if (bytes < MEGA) {
            return say("web.size.kilobytes", bytes / (double) KILO);
        }
        return bytes < GIGA
                ? say("web.size.megabytes", bytes / (double) MEGA)
                : say("web.size.gigabytes", bytes / (double) GIGA);
    }

    /** A length of time, such as "2 min 10 s". */
    public String lasting(Duration time) {
        if (time.toMinutes() < 1) {
            return say("web.lasting.seconds", time.toMillis() / (double) KILO);
        }
        return time.toHours() < 1
                ? say("web.lasting.minutes", time.toMinutes(), time.toSecondsPart())
                : say("web.lasting.hours", time.toHours(), time.toMinutesPart());
    }
}
