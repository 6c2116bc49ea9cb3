package org.parvis.records;

import java.util.List;
import org.parvis.web.PatientBanner;

/**
 * What surrounds each tab of a patient's record: whose it is, and the other tabs.
 *
 * @param patient logical id of the Patient
 * @param tabs those that the visitor is shown, in order
 * @param current the one being read
 */
public record RecordSheet(String patient, PatientBanner banner, List<RecordTab> tabs, RecordTab current) {

    private static final String RECORDS = "/dossier/";

    public RecordSheet {
        tabs = List.copyOf(tabs);
    }

    /** The address of a patient's record. */
    public static String address(String patient) {
        return RECORDS + patient;
    }

    public String address(RecordTab tab) {
        return tab.name().isEmpty() ? address(patient) : address(patient) + "/" + tab.name();
    }

    /** Where the tab being read is. */
    public String here() {
        return address(current);
    }
}
