/**
 * Parvis as an authority for software (OAuth 2.1, OpenID Connect, SMART App Launch): which software is known, what people let it
 * do for them, and the tokens that it shows at the store's doors. In the order of what happens: {@link
 * org.parvis.authority.SoftwareRegister} makes it known, {@link org.parvis.authority.ApprovalRequests} reads what it asks,
 * {@link org.parvis.authority.Approvals} keeps what people allow, {@code Grants} gives tokens, {@code Delegates} says what they
 * open.
 */
@ApplicationModule(allowedDependencies = {"access", "database", "records", "trace", "web"})
@NullMarked
package org.parvis.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
