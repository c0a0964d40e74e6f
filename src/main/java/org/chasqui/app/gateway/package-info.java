/**
 * The wiring of the parts to a gateway, alone or with the simulated region around it, in this
 * process or in one of its own: the only package that knows them all.
 */
package org.chasqui.app.gateway;
