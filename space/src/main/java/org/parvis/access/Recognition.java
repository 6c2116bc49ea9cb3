package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One way to recognise who sends a request; the first that knows them counts. */
public interface Recognition {

    Optional<Visitor> visitor(HttpServletRequest request);
}
