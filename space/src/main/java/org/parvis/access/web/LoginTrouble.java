package org.parvis.access.web;

import java.time.Duration;
import java.util.Optional;

/**
 * What a page of the login says of the last try.
 *
 * @param wrong whether what was typed is wrong
 * @param pause how long the next try has to wait
 * @param over whether all begins again
 */
public record LoginTrouble(boolean wrong, Optional<Duration> pause, boolean over) {

    static final LoginTrouble NONE = new LoginTrouble(false, Optional.empty(), false);
    static final LoginTrouble WRONG = new LoginTrouble(true, Optional.empty(), false);
    static final LoginTrouble OVER = new LoginTrouble(false, Optional.empty(), true);

    static LoginTrouble waiting(Duration time) {
        return new LoginTrouble(false, Optional.of(time.plusSeconds(1)), false);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
