/**
 * Archivo M3 of Mexico's SAAI: the pipe-delimited file in which declarations (pedimentos) are sent
 * through a pre-validator. Source: national-south-america-mexico §2.5 and the fields of {@code
 * samples/national/mx/layout.csv}; fields that it does not name stay empty, so no file of this
 * codec is complete.
 */
package org.chasqui.codec.saai;
