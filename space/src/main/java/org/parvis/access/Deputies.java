package org.parvis.access;

import java.util.List;

/** Knows which software acts in somebody's name, beside their sessions. */
@FunctionalInterface
public interface Deputies {

    List<Deputy> of(Account account);
}
