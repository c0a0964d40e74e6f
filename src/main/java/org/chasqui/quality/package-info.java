/**
 * The quality of declarations: which fields are there, which are believable, which agree, and
 * whether the data came in time. Judges one message and counts nothing.
 */
package org.chasqui.quality;
