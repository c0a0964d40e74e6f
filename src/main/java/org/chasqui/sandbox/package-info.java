/**
 * Simulated customs hubs and posts on real loopback sockets, for demonstrations, tests and
 * measurements: each hub behaves as the profile of its administration says its interface does, and
 * what becomes of an item is written in the item's own id ({@code docs/sandbox.md}).
 */
package org.chasqui.sandbox;
