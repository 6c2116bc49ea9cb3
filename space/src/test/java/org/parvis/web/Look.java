package org.parvis.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** How a person sees a page: in which theme, on which screen. */
public enum Look {
    DESK_LIGHT(1280, 800, ColorScheme.LIGHT),
    DESK_DARK(1280, 800, ColorScheme.DARK),
    PHONE_LIGHT(360, 740, ColorScheme.LIGHT),
    PHONE_DARK(360, 740, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme theme;

    Look(int width, int height, ColorScheme theme) {
        this.width = width;
        this.height = height;
        this.theme = theme;
    }

    /** Shows an open page in this look. */
    void show(Page page) {
        page.setViewportSize(width, height);
        page.evaluate(
                "theme => document.documentElement.setAttribute('data-fr-theme', theme)",
                theme.name().toLowerCase(Locale.ROOT));
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(theme)
                .setLocale("fr-FR");
    }
}
