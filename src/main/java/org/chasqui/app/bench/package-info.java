/** Measures every stage beside its floor and its budget; contenders in turn, in one run. */
package org.chasqui.app.bench;
