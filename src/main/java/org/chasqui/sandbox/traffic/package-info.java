/**
 * Realistic postal traffic for load, demonstration and tests: the same seed gives the same bytes.
 * All people, organisations and addresses are invented.
 */
package org.chasqui.sandbox.traffic;
