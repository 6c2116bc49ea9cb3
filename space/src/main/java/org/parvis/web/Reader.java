package org.parvis.web;

import java.util.Optional;

/**
 * Someone who can see a thing, and by which title.
 *
 * @param title why: "Médecin traitant", "Équipe de soins"
 * @param until when that ends
 */
public record Reader(String name, String title, Optional<When> until) {}
