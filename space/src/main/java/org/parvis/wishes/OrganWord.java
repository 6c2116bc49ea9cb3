package org.parvis.wishes;

/** Somebody's word that their relatives know what they want about organ donation; what that is, is not kept here. */
public record OrganWord(Noted noted) {}
