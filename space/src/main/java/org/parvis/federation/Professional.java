package org.parvis.federation;

import java.util.List;
import java.util.Optional;

/**
 * A professional as Pro Santé Connect tells of them.
 *
 * @param subject who they are for Pro Santé Connect
 * @param nationalNumber idNatPS, such as 8 followed by an RPPS number; those of test identities have other forms
 * @param practices one for each activity, and one for each exercise without any
 */
record Professional(String subject, String nationalNumber, String family, String given, List<Practice> practices) {

    Professional {
        practices = List.copyOf(practices);
    }

    Optional<Rpps> rpps() {
        return Rpps.within(nationalNumber);
    }

    String name() {
        return "%s %s".formatted(given, family).strip();
    }

    /** The structures in which they say that they work, each by the first of its numbers. */
    List<NationalNumber> structures() {
        return practices.stream()
                .flatMap(practice -> practice.activity().stream())
                .map(activity -> activity.workplace().numbers().getFirst())
                .distinct()
                .toList();
    }
}
