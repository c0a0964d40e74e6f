/**
 * A document of any format as the lines that are shown of it, each with the place that a problem's
 * location is compared with. Knows neither HTTP nor HTML.
 */
package org.chasqui.console.document;
