package org.parvis.search;

import java.util.List;
import org.parvis.access.Visitor;

/** Pages of one module that can be found. */
public interface Topics {

    /** Those that this visitor may open. */
    List<Topic> of(Visitor visitor);
}
