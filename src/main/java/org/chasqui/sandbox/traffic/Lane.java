package org.chasqui.sandbox.traffic;

/** The way from one country to another. */
record Lane(Country from, Country to) {}
