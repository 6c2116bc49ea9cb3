package org.parvis.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.access.Basis;
import org.parvis.fhir.access.Binding;
import org.parvis.fhir.access.Opening;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Writing;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads policy files. A word that it does not know is an error that names the file and the word. */
final class PolicyReader {

    private static final Set<String> POLICY_KEYS =
            Set.of("family", "version", "purposes", "open", "ownStructure", "sees", "writes");
    private static final Set<String> SCRIPT_KEYS = Set.of("data", "as", "for", "daysAfterwards", "gives", "declares");
    private static final Set<String> SIGHT_KEYS = Set.of("data", "as", "for", "daysAfterwards", "patient", "hides");

    private final Map<?, ?> data;
    private final Map<?, ?> labels;

    /** A reader of policies that use this vocabulary. */
    PolicyReader(String vocabulary) {
        Map<?, ?> words = new Entry("data.yaml", load(vocabulary)).map();
        this.data = new Entry("data.yaml: data", words.get("data")).map();
        this.labels = new Entry("data.yaml: labels", words.get("labels")).map();
    }

    Policy read(String file, String text) {
        var policy = new Entry(file, load(text)).knowing(POLICY_KEYS);
        Set<Purpose> purposes = policy.at("purposes").choices(Purpose.class);
        var sights = new ArrayList<Policy.Sight>();
        for (Entry sight : policy.at("sees").list()) {
            sights.add(sight(sight.knowing(SIGHT_KEYS), purposes));
        }
        var scripts = new ArrayList<Policy.Script>();
        for (Entry script : policy.at("writes").list()) {
            scripts.add(script(script.knowing(SCRIPT_KEYS), purposes));
        }
        return new Policy(
                policy.at("family").word(),
                policy.at("version").number(),
                purposes,
                meant(policy.at("open"), data),
                policy.at("ownStructure").isTrue(),
                sights,
                scripts);
    }

    private Policy.Sight sight(Entry sight, Set<Purpose> all) {
        Entry purposes = sight.at("for");
        var opening = new Opening(
                meant(sight.at("data"), data),
                sight.at("as").choices(Basis.class),
                sight.at("daysAfterwards").isAbsent()
                        ? 0
                        : sight.at("daysAfterwards").number(),
                meant(sight.at("hides"), labels),
                sight.at("patient").choice(Binding.class));
        return new Policy.Sight(
                sight.at("data").words(),
                sight.at("hides").words(),
                opening,
                purposes.isAbsent() ? all : purposes.choices(Purpose.class));
    }

    private Policy.Script script(Entry script, Set<Purpose> all) {
        var writing = new Writing(
                meant(script.at("data"), data),
                script.at("as").choices(Basis.class),
                script.at("daysAfterwards").isAbsent()
                        ? 0
                        : script.at("daysAfterwards").number(),
                script.at("gives").choices(Basis.class),
                script.at("declares").isTrue());
        Entry purposes = script.at("for");
        return new Policy.Script(
                script.at("data").words(), writing, purposes.isAbsent() ? all : purposes.choices(Purpose.class));
    }

    /** What the words of a list mean together. */
    private static Set<String> meant(Entry words, Map<?, ?> vocabulary) {
        var meant = new HashSet<String>();
        for (Entry word : words.list()) {
            if (!vocabulary.containsKey(word.word())) {
                throw word.wrong("is not in data.yaml");
            }
            new Entry("data.yaml: " + word.word(), vocabulary.get(word.word()))
                    .list()
                    .forEach(each -> meant.add(each.word()));
        }
        return meant;
    }

    private static Object load(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(text);
    }

    /** Something in a file, with its place. */
    private record Entry(String place, @Nullable Object value) {

        Map<?, ?> map() {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw wrong("should have keys");
        }

        Entry knowing(Set<String> keys) {
            for (Object key : map().keySet()) {
                if (!keys.contains(String.valueOf(key))) {
                    throw new Entry(place + ": " + key, key).wrong("is not known here");
                }
            }
            return this;
        }

        Entry at(String key) {
            return new Entry(place + ": " + key, map().get(key));
        }

        boolean isAbsent() {
            return value == null;
        }

        boolean isTrue() {
            return Boolean.TRUE.equals(value);
        }

        List<Entry> list() {
            if (value == null) {
                return List.of();
            }
            if (value instanceof List<?> list) {
                return list.stream().<Entry>map(item -> new Entry(place, item)).toList();
            }
            throw wrong("should be a list");
        }

        List<String> words() {
            return list().stream().map(Entry::word).toList();
        }

        String word() {
            if (value instanceof String text) {
                return text;
            }
            throw wrong("should be a word");
        }

        int number() {
            if (value instanceof Integer number) {
                return number;
            }
            throw wrong("should be a number");
        }

        <E extends Enum<E>> Set<E> choices(Class<E> type) {
            return list().stream().map(word -> word.choice(type)).collect(Collectors.toSet());
        }

        <E extends Enum<E>> E choice(Class<E> type) {
            return EnumSet.allOf(type).stream()
                    .filter(choice -> choice.name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> wrong("is none of " + EnumSet.allOf(type)));
        }

        IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException("Policy %s: '%s' %s".formatted(place, value, what));
        }
    }
}
