package org.parvis.federation;

import java.util.Optional;

/**
 * One way in which a professional practises: what they are, and where.
 *
 * @param profession a code of TRE_G15: 10 is a physician
 * @param skill what they are qualified in, such as SM54; empty when none is told
 * @param activity where and how; empty for whoever has an exercise and no place yet
 */
record Practice(String profession, Optional<Skill> skill, Optional<Activity> activity) {

    /** What somebody is qualified in: its kind (S is a speciality of the Order) and its code. */
    record Skill(String kind, String code) {}

    /**
     * Where and how somebody works.
     *
     * @param mode such as L, self-employed, and S, employed
     * @param sector such as SA07, a practice
     * @param genre such as GENR01, care
     * @param function such as FON-AU; empty when none is told
     */
    record Activity(String mode, String sector, String genre, String function, Workplace workplace) {}
}
