package org.chasqui.connector;

/** The hub answers at once, or comes to our door by itself. */
non-sealed interface Unpolled extends ResponseStrategy {}
