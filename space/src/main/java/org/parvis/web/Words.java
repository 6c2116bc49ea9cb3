package org.parvis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The French words of the pages, from {@code messages/<module>_fr.properties}; a key begins with its module's name. */
final class Words {

    private final Map<String, Properties> modules = new ConcurrentHashMap<>();

    /** The text of this key, with its numbered places filled. A key without text is a fault: a page never shows keys. */
    String of(String key, Object... values) {
        var module = key.substring(0, key.indexOf('.'));
        var text = modules.computeIfAbsent(module, Words::read).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No words for '%s' in messages/%s_fr.properties".formatted(key, module));
        }
        return new MessageFormat(text, Locale.FRANCE).format(values);
    }

    private static Properties read(String module) {
        var file = "/messages/%s_fr.properties".formatted(module);
        try (var bytes = Words.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException("No " + file);
            }
            var words = new Properties();
            words.load(new InputStreamReader(bytes, UTF_8));
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(file, failure);
        }
    }
}
