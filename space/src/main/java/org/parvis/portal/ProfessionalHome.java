package org.parvis.portal;

import java.util.List;
import org.parvis.records.PatientLink;

/**
 * What a professional arrives at.
 *
 * @param recent the patients whose records they opened last, as far as these are still open to them
 * @param first whether they have not been shown around yet
 */
public record ProfessionalHome(
        String name,
        List<ServiceTile.Tile> tiles,
        List<PatientLink> recent,
        List<Announcement> announcements,
        boolean first) {

    public ProfessionalHome {
        tiles = List.copyOf(tiles);
        recent = List.copyOf(recent);
        announcements = List.copyOf(announcements);
    }
}
