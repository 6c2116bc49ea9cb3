package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The policies of all role families, read at start: a file that cannot be understood stops it. */
@Component
public class Policies {

    private static final String VOCABULARY = "data.yaml";

    private final Map<String, Policy> byFamily = new TreeMap<>();

    public Policies() {
        var files = files("classpath*:policies/*.yaml");
        var vocabulary = Arrays.stream(files)
                .filter(file -> VOCABULARY.equals(file.getFilename()))
                .findFirst()
                .orElseThrow();
        var reader = new PolicyReader(text(vocabulary));
        for (Resource file : files) {
            if (!VOCABULARY.equals(file.getFilename())) {
                Policy policy = reader.read(String.valueOf(file.getFilename()), text(file));
                byFamily.put(policy.family(), policy);
            }
        }
    }

    /** The policy of this family. */
    public Optional<Policy> of(String family) {
        return Optional.ofNullable(byFamily.get(family));
    }

    /** All, by the names of their families. */
    public Collection<Policy> all() {
        return byFamily.values();
    }

    private static Resource[] files(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException failure) {
            throw new UncheckedIOException(pattern, failure);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(String.valueOf(file), failure);
        }
    }
}
