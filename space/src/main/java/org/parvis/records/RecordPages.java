package org.parvis.records;

import java.util.Map;
import org.parvis.access.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A patient's record, one tab at a time. */
@Controller
class RecordPages {

    private final RecordDoor door;

    RecordPages(RecordDoor door) {
        this.door = door;
    }

    @GetMapping("/dossier/{patient}")
    View first(Visitor visitor, @PathVariable String patient, @RequestParam Map<String, String> parameters) {
        return show(visitor, patient, "", parameters);
    }

    @GetMapping("/dossier/{patient}/{tab}")
    View show(
            Visitor visitor,
            @PathVariable String patient,
            @PathVariable String tab,
            @RequestParam Map<String, String> parameters) {
        return door.open(
                visitor, patient, tab, (sheet, reader) -> sheet.current().show(sheet, reader, parameters));
    }
}
