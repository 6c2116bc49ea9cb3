package org.parvis.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What every template is given: the words, the menu, where it is in it, and the time. */
public final class Frame {

    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;

    private static final Duration RECENT = Duration.ofDays(30);

    private final Words words;
    private final List<MenuEntry> menu;
    private final String server;
    private final String here;
    private final String assets;
    private final Instant now;

    Frame(Words words, List<MenuEntry> menu, String server, String here, String assets, Instant now) {
        this.words = words;
        this.menu = menu;
        this.server = server;
        this.here = here;
        this.assets = assets;
        this.now = now;
    }

    /** The French text of this key, with its numbered places filled. */
    public String say(String key, Object... values) {
        return words.of(key, values);
    }

    public List<MenuEntry> menu() {
        return menu;
    }

    /** Under which address the reader reaches this server, such as {@code http://localhost:8080}. */
    public String server() {
        return server;
    }

    /** Whether this entry is the page being read. */
    public boolean isHere(MenuEntry entry) {
        return entry.address().equals(here);
    }

    /** The address of a file of {@code src/main/assets}. */
    public String asset(String name) {
        return assets + name;
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
