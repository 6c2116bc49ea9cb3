package org.parvis.access.web;

import java.util.Optional;
import org.parvis.access.Enrolment.Reason;

/**
 * What somebody is told of what they wanted done to their account.
 *
 * @param changed whether the password is another one now
 * @param weak why the new password is not taken
 */
public record AccountNotice(boolean changed, LoginTrouble trouble, Optional<Reason> weak) {

    static final AccountNotice NONE = new AccountNotice(false, LoginTrouble.NONE, Optional.empty());
}
