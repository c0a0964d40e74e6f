/**
 * States of declarations as Argentina's customs tells them in {@code ListaGOPEstados}. Source:
 * national-south-america-mexico §1.1, §2.6. No service for postal items is in the public catalogue:
 * these are the conventions of the service for large operators.
 */
package org.chasqui.codec.arca;
