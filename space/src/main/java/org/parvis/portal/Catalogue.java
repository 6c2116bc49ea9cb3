package org.parvis.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parvis.access.Visitor;
import org.parvis.search.Topic;
import org.parvis.search.Topics;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The services that people of the region can use: those of this space, the nation's, and what the region adds. */
@Component
class Catalogue implements Topics {

    private static final ObjectMapper READER = new ObjectMapper();

    private final List<Service> services;

    Catalogue(PortalSettings settings) {
        this.services =
                Stream.concat(known().stream(), added(settings).stream()).toList();
        var ids = new HashSet<String>();
        for (var service : services) {
            if (!ids.add(service.id())) {
                throw new IllegalArgumentException("Two services are called '%s'".formatted(service.id()));
            }
        }
    }

    List<Service> services() {
        return services;
    }

    Optional<Service> named(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** Those for people like this visitor; all of them for whoever runs Parvis. */
    List<Service> services(Visitor visitor) {
        return services.stream().filter(service -> isFor(service, visitor)).toList();
    }

    @Override
    public List<Topic> of(Visitor visitor) {
        return services(visitor).stream()
                .map(service -> new Topic("/services/" + service.id(), service.name(), service.text()))
                .toList();
    }

    private static boolean isFor(Service service, Visitor visitor) {
        return switch (visitor.audience()) {
            case PROFESSIONAL -> service.audience().contains(Service.Audience.PROFESSIONALS);
            case CITIZEN -> service.audience().contains(Service.Audience.CITIZENS);
            case OPERATOR -> true;
        };
    }

    private static List<Service> known() {
        try {
            return read(new ClassPathResource("catalogue/services.yaml").getContentAsString(UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<Service> added(PortalSettings settings) {
        var file = settings.services();
        if (file == null) {
            return List.of();
        }
        try {
            return read(Files.readString(file));
        } catch (IOException missing) {
            throw new UncheckedIOException("parvis.portal.services cannot be read: " + file, missing);
        }
    }

    /** A word that services do not have is an error that names it. */
    static List<Service> read(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return READER.convertValue(tree, new TypeReference<List<Service>>() {});
    }
}
