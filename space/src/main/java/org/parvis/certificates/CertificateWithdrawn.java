package org.parvis.certificates;

import java.util.UUID;

/** A certificate stands for nobody any more: what was opened by it is to be shut. */
public record CertificateWithdrawn(UUID certificate) {}
