/** A small typed writer of HTML: elements nest, texts and values are always escaped. */
package org.chasqui.console.html;
