package org.parvis.access;

/**
 * A person's place in a structure (exercise and activity): a PractitionerRole.
 *
 * @param role logical id of the PractitionerRole
 * @param structure logical id of its Organization
 * @param structureName as it is shown
 * @param title what the person is there, as it is shown: "Médecin, cardiologie"
 * @param family which policy says what they may do: the name of a file of `policies/`
 */
public record Position(String role, String structure, String structureName, String title, String family) {}
