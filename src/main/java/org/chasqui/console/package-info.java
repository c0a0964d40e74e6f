/**
 * What integrators and operators see of the gateway: the HTTP API and the pages of the console.
 * Free of any framework; whoever serves HTTP hands a request in and an answer out.
 */
package org.chasqui.console;
