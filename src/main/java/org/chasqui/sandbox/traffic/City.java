package org.chasqui.sandbox.traffic;

/** A place where people of the traffic live; the postcode is empty where a country has none. */
record City(String name, String subdivisionCode, String postcode) {}
