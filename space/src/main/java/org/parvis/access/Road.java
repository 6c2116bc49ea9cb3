package org.parvis.access;

/** How somebody came in. */
public enum Road {
    /** An account of Parvis: password, then one-time code. */
    LOCAL,
    /** A key that their device keeps. */
    PASSKEY,
    /** Pro Santé Connect. */
    PRO_SANTE_CONNECT,
    /** The identity provider of the establishment where they work. */
    DIRECTORY,
    /** The network of an establishment, which vouches for its workstations. */
    NETWORK,
    /** An identity provider for citizens. */
    CITIZEN_PROVIDER
}
