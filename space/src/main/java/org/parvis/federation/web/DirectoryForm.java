package org.parvis.federation.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.parvis.federation.Directory;

/**
 * What an operator typed to declare an establishment's directory.
 *
 * @param structure the establishment's FINESS number
 * @param groups for each role family, the groups of the directory that have it, separated by commas
 */
public record DirectoryForm(
        String structure,
        String issuer,
        String clientId,
        String clientSecret,
        String claim,
        Map<String, String> groups) {

    static final DirectoryForm EMPTY = new DirectoryForm("", "", "", "", "groups", Map.of());

    static DirectoryForm of(Map<String, String> fields) {
        var groups = Directory.FAMILIES.stream()
                .collect(Collectors.toMap(
                        family -> family,
                        family -> fields.getOrDefault("groupes-" + family, "").strip()));
        return new DirectoryForm(
                fields.getOrDefault("finess", "").strip(),
                fields.getOrDefault("emetteur", "").strip(),
                fields.getOrDefault("client", "").strip(),
                fields.getOrDefault("secret", "").strip(),
                fields.getOrDefault("revendication", "groups").strip(),
                groups);
    }

    /** The groups of a family, as they were typed. */
    public String groupsOf(String family) {
        return groups.getOrDefault(family, "");
    }

    /** Group name to role family. */
    Map<String, String> families() {
        Map<String, String> families = new LinkedHashMap<>();
        groups.forEach((family, names) -> Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> families.put(name, family)));
        return families;
    }
}
